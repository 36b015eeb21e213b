package org.commonfold.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where broker and database speak, by java.util.logging: into a file, not to people. */
final class LauncherLog {

    private static final int BYTES_MAX = 16 * 1024 * 1024;

    private LauncherLog() {}

    static void to(Path file) throws IOException {
        LogManager.getLogManager().reset();
        FileHandler handler = new FileHandler(file.toString(), BYTES_MAX, 1, true);
        handler.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(handler);
    }
}
