package org.commonfold.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

@DisplayName("A start in which a service cannot run")
class UpTest {

    @TempDir
    Path directory;

    /** Where this test runs there are no services: Java does not find what it is told to run. */
    @Test
    void exits_with_2_and_leaves_nothing_running() throws Exception {
        Options options = new Options();
        options.data = directory;
        options.postgresPort = freePort();
        options.kafkaPort = freePort();
        options.controllerPort = freePort();
        options.contributionPort = freePort();
        options.ratingPort = freePort();
        options.revenuePort = freePort();
        options.payoutPort = freePort();
        options.contributionManagementPort = freePort();
        options.ratingManagementPort = freePort();
        options.revenueManagementPort = freePort();
        options.payoutManagementPort = freePort();

        assertThat(new Up(options).run()).isEqualTo(2);

        assertThat(new Postmaster(directory.resolve("postgres")).running()).isEmpty();
        Ports.requireFree(options.ports());
        assertThat(Files.readString(directory.resolve("logs/contribution-service.log")))
                .contains("Unable to access jarfile");
    }

    private static int freePort() throws Exception {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
