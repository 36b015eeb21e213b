package org.commonfold.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

@DisplayName("deploy/up")
class DeployUpIT {

    @TempDir
    Path data;

    @Test
    void loads_the_sample() throws Exception {
        DeployUp.Result result = new DeployUp(data).run("--once");

        assertThat(result.output())
                .contains("489 of 489", "1508 of 1508", "36 of 36", "they agree")
                .doesNotContain("DO NOT AGREE");
        assertThat(result.exitCode()).as(result.output()).isZero();
        // Ten balances, and the totals of two currencies.
        assertThat(result.money()).hasSize(12);
    }

    @Test
    @Tag("long")
    void finds_the_sample_again_at_the_next_start() throws Exception {
        DeployUp up = new DeployUp(data);
        DeployUp.Result first = up.run("--once");
        assertThat(first.exitCode()).as(first.output()).isZero();

        DeployUp.Result second = up.run("--once");

        assertThat(second.exitCode()).as(second.output()).isZero();
        assertThat(second.money()).isEqualTo(first.money()).isNotEmpty();
    }

    @Test
    @Tag("long")
    void starts_empty_and_stops_in_order_at_ctrl_c_and_starts_over_when_asked_to()
            throws Exception {
        DeployUp up = new DeployUp(data);
        DeployUp.Started started = up.start("--no-sample");
        started.awaitWord("Ctrl-C stops everything.");
        assertThat(data.resolve("keys").resolve("private.pem")).exists();
        String keys = Files.readString(data.resolve("keys").resolve("private.pem"));

        started.interrupt();

        DeployUp.Result stopped = started.result();
        assertThat(stopped.exitCode()).as(stopped.output()).isZero();
        assertThat(stopped.output())
                .contains("/q/swagger-ui/", "deploy/token ada --role contributor")
                .containsSubsequence("Stopping", "Stopped")
                .doesNotContain("has ended", "of 489", "489 contributions");
        try (ServerSocket free = new ServerSocket(up.port("--postgres-port"))) {
            assertThat(free.isBound()).isTrue();
        }

        DeployUp.Result fresh = up.run("--once", "--no-sample", "--fresh");

        assertThat(fresh.exitCode()).as(fresh.output()).isZero();
        assertThat(data.resolve("keys").resolve("private.pem")).content().isNotEqualTo(keys);
    }

    @Test
    void names_the_port_that_is_in_use_and_starts_nothing() throws Exception {
        DeployUp up = new DeployUp(data);
        int port = up.port("--rating-port");
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (ServerSocket somebody = new ServerSocket(port, 1, loopback)) {
            DeployUp.Result result = up.run("--once");

            assertThat(result.output().strip())
                    .isEqualTo("Port %d is in use; choose another with --rating-port."
                            .formatted(somebody.getLocalPort()));
            assertThat(result.exitCode()).isEqualTo(2);
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void refuses_a_disk_that_is_too_full() throws Exception {
        DeployUp.Result result = new DeployUp(data).run("--once", "--disk-min", "999999999");

        assertThat(result.output()).startsWith("The disk is full: ").hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void refuses_an_old_java() throws Exception {
        Path home = fakeJava("openjdk version \"11.0.2\" 2019-01-15");

        DeployUp.Result result =
                new DeployUp(data).withEnvironment("JAVA_HOME", home.toString()).run("--once");

        assertThat(result.output())
                .startsWith("Java 11 ")
                .endsWith("Commonfold needs a JDK, 17 to 25.\n")
                .hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void refuses_a_java_that_cannot_compile() throws Exception {
        Path home = fakeJava("openjdk version \"21.0.2\" 2024-01-16");

        DeployUp.Result result =
                new DeployUp(data).withEnvironment("JAVA_HOME", home.toString()).run("--once");

        assertThat(result.output()).contains("but no javac: install a JDK").hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void refuses_a_machine_without_java() throws Exception {
        DeployUp.Result result = new DeployUp(data)
                .withEnvironment("JAVA_HOME", data.resolve("nothing").toString())
                .run("--once");

        assertThat(result.output()).startsWith("There is no Java at ").hasLineCount(1);
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void refuses_an_option_it_does_not_know() throws Exception {
        DeployUp.Result result = new DeployUp(data).run("--onse");

        assertThat(result.output()).startsWith("Unknown option: '--onse'");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    private Path fakeJava(String version) throws IOException {
        Path bin = Files.createDirectories(data.resolve("jdk").resolve("bin"));
        Path java = bin.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho '" + version + "' >&2\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return bin.getParent();
    }
}
