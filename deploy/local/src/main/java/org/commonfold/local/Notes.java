package org.commonfold.local;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What an import must know when it goes on: ids it was given, secrets it was shown once. Readable
 * by its owner only.
 */
final class Notes {

    private static final JsonMapper JSON = new JsonMapper();

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Map<String, String> notes = new TreeMap<>();

    Notes(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            JSON.readTree(Files.readString(file))
                    .properties()
                    .forEach(note -> notes.put(note.getKey(), note.getValue().asText()));
        }
    }

    boolean has(String name) {
        return notes.containsKey(name);
    }

    /** What was noted under a name; if nothing, what is supplied now, noted at once. */
    String noted(String name, Supplier<String> otherwise) {
        return notes.computeIfAbsent(name, missing -> {
            String value = otherwise.get();
            write(name, value);
            return value;
        });
    }

    /** All of it or nothing: a launcher may be killed at any moment. */
    private void write(String name, String value) {
        Map<String, String> all = new TreeMap<>(notes);
        all.put(name, value);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, OWNER_ONLY);
            Files.writeString(next, JSON.writeValueAsString(all));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
