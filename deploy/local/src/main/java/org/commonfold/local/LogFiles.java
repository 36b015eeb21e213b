package org.commonfold.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The logs of the parts: one a start, and the one before. */
final class LogFiles {

    private static final int TAIL_BYTES_MAX = 4096;

    private LogFiles() {}

    /** Keeps what is there as {@code .1} and gives the file for a new start. */
    static Path begin(Path file) throws IOException {
        if (Files.exists(file)) {
            Path before = file.resolveSibling(file.getFileName() + ".1");
            Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    /** The last lines, at most 4 KiB of them; nothing when there is no such file. */
    static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - TAIL_BYTES_MAX);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
