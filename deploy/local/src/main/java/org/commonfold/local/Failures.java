package org.commonfold.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What kept the system from starting, in one sentence. */
final class Failures {

    private static final String DISK_FULL = "no space left on device";
    private static final String ROOT = "cannot be run as root";
    private static final String[] LOGS = {"launcher.log", "postgres.log"};

    private Failures() {}

    static CannotStart explain(Exception failure, DataDirectory data) {
        String told = told(failure, data.resolve("logs")).toLowerCase(Locale.ROOT);
        if (told.contains(DISK_FULL)) {
            return new CannotStart(
                    "The disk is full: there is no room left in " + data.resolve("") + ".",
                    failure);
        }
        if (told.contains(ROOT)) {
            return new CannotStart(
                    "PostgreSQL does not run as root, and `unshare -U`, which would help, is not"
                            + " allowed here: start deploy/up as another user.",
                    failure);
        }
        return new CannotStart(
                "It cannot start: " + failure.getMessage() + "; see " + data.resolve("logs") + ".",
                failure);
    }

    private static String told(Exception failure, Path logs) {
        StringBuilder told = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            told.append(one.getMessage()).append('\n');
        }
        for (String log : LOGS) {
            try {
                told.append(LogFiles.tail(logs.resolve(log)));
            } catch (IOException unreadable) {
                told.append(unreadable.getMessage());
            }
        }
        return told.toString();
    }
}
