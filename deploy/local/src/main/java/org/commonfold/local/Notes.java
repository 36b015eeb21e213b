package org.commonfold.local;

import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private final Path file;
    private final Map<String, String> notes = new TreeMap<>();

    Notes(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            JSON.readTree(Files.readString(file))
                    .properties()
                    .forEach(note -> notes.put(note.getKey(), note.getValue().asText()));
        } else {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, "{}");
        }
    }

    /** What was noted under a name; if nothing, what is supplied now, noted at once. */
    String noted(String name, Supplier<String> otherwise) {
        return notes.computeIfAbsent(name, missing -> {
            String value = otherwise.get();
            write(name, value);
            return value;
        });
    }

    private void write(String name, String value) {
        Map<String, String> all = new TreeMap<>(notes);
        all.put(name, value);
        try {
            Files.writeString(file, JSON.writeValueAsString(all));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
