package org.commonfold.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A migration stays what it was: databases have it. Flyway finds one that was changed, but takes
 * one that is gone or has another number for a newer release's
 * (quarkus.flyway.ignore-migration-patterns), and would run it again.
 */
public final class MigrationRules {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db");
    private static final Path KNOWN = Path.of("src", "test", "resources", "migrations.sha256");

    private MigrationRules() {}

    /**
     * Checks that a module's migrations are those of its list, which {@code sha256sum
     * src/main/resources/db/*}{@code /V*.sql} in the module's directory writes.
     */
    public static void assertUnchanged() {
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            List<String> found = files.filter(
                            file -> file.getFileName().toString().matches("V.+\\.sql"))
                    .map(file -> sha256(file) + "  " + file)
                    .toList();
            assertThat(found).containsExactlyInAnyOrderElementsOf(Files.readAllLines(KNOWN));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
