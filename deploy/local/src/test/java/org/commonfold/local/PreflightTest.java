package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

@DisplayName("Before anything is started, deploy/up refuses")
class PreflightTest {

    @TempDir
    Path directory;

    @Test
    void a_port_that_is_in_use_and_names_the_option() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> Ports.requireFree(Map.of("--kafka-port", port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Port " + port + " is in use; choose another with --kafka-port.");
        }
    }

    @Test
    void no_port_that_was_given_back() throws IOException, CannotStart {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        Ports.requireFree(Map.of("--kafka-port", port));
    }

    @Test
    void a_port_beyond_the_last() {
        assertThatThrownBy(() -> Ports.requireFree(Map.of("--rating-port", 65_536)))
                .hasMessage("--rating-port must be from 1 to 65535.");
    }

    @Test
    void the_same_port_twice() {
        Options options = new Options();
        options.postgresPort = 20_001;
        options.kafkaPort = 20_001;
        assertThatThrownBy(() -> Ports.requireFree(options.ports()))
                .hasMessage("--postgres-port and --kafka-port are both 20001; move one.");
    }

    @Test
    void a_disk_with_less_room_than_it_needs() {
        Options options = options(directory);
        options.diskMinMebibytes = Long.MAX_VALUE;
        assertThatThrownBy(() -> DataDirectory.open(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The disk is full: " + directory)
                .hasMessageContaining("--disk-min");
    }

    @Test
    void a_directory_that_holds_something_else() throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "mine");
        assertThatThrownBy(() -> DataDirectory.open(options(directory)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(directory + " holds something else; name another with --data.");
    }

    @Test
    void a_directory_that_is_a_file() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(options(file)))
                .isInstanceOf(CannotStart.class)
                .hasMessage("The data directory " + file + " cannot be written.");
    }

    @Test
    void a_directory_that_another_one_uses() throws Exception {
        try (DataDirectory data = DataDirectory.open(options(directory))) {
            assertThat(data.resolve("lock")).exists();
            assertThatThrownBy(() -> DataDirectory.open(options(directory)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("Another deploy/up is using " + directory + ".");
        }
        DataDirectory.open(options(directory)).close();
    }

    private static Options options(Path data) {
        Options options = new Options();
        options.data = data;
        return options;
    }
}
