package org.commonfold.local;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What kept the system from starting, in one sentence. */
final class Failures {

    private static final String DISK_FULL = "no space left on device";
    private static final String ROOT = "cannot be run as root";
    private static final String[] LOGS = {"launcher.log", "postgres.log"};

    private Failures() {}

    static CannotStart explain(Exception failure, DataDirectory data) {
        Optional<String> diskFull = diskFull(failure, data);
        if (diskFull.isPresent()) {
            return new CannotStart(diskFull.get(), failure);
        }
        if (told(failure, data).contains(ROOT)) {
            return new CannotStart(
                    "PostgreSQL does not run as root, and `unshare -U`, which would help, is not"
                            + " allowed here: start deploy/up as another user.",
                    failure);
        }
        return new CannotStart(
                "It cannot start: " + failure.getMessage() + "; see " + data.resolve("logs") + ".",
                failure);
    }

    /** The sentence to say when it was that. */
    static Optional<String> diskFull(Exception failure, DataDirectory data) {
        return told(failure, data).contains(DISK_FULL)
                ? Optional.of(
                        "The disk is full: there is no room left in " + data.resolve("") + ".")
                : Optional.empty();
    }

    private static String told(Exception failure, DataDirectory data) {
        StringBuilder told = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) {
            told.append(one.getMessage()).append('\n');
        }
        for (String log : LOGS) {
            try {
                told.append(LogFiles.tail(data.resolve("logs").resolve(log)));
            } catch (IOException unreadable) {
                told.append(unreadable.getMessage());
            }
        }
        return told.toString().toLowerCase(Locale.ROOT);
    }
}
