package org.commonfold.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

@DisplayName("A rehearsal, as an image with an archive of its classes is made")
class RehearsalLongIT {

    static final List<String> SERVICES = Manifests.SERVICES;

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** As docs/operations/releases.md has it for either. */
    private static final String WRITES =
            Runtime.version().feature() < 25 ? "-XX:ArchiveClassesAtExit=" : "-XX:AOTCacheOutput=";

    private static final int SECONDS_MAX = 120;

    @TempDir
    Path directory;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void needs_nothing_ends_by_itself_and_leaves_an_archive(String service)
            throws IOException, InterruptedException {
        Path archive = directory.resolve("classes.jsa");
        Path log = directory.resolve("log");

        Process process = new ProcessBuilder(
                        JAVA.toString(),
                        WRITES + archive,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.profile=rehearsal",
                        "-Dquarkus.http.port=" + EmbeddedBroker.freePort(),
                        "-Dquarkus.management.port=" + EmbeddedBroker.freePort(),
                        "-jar",
                        Path.of("..", "..", service, "target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(log).content().contains("started in");
        assertThat(process.exitValue()).isZero();
        assertThat(archive).isNotEmptyFile();
    }
}
