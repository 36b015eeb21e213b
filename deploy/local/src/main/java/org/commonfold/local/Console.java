package org.commonfold.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** What people see. Each line says how many seconds it took to get there. */
final class Console {

    private static final Duration PROGRESS_PAUSE = Duration.ofSeconds(2);

    private final PrintStream out;
    private final Instant start = Instant.now();
    private final AtomicReference<Instant> lastProgress = new AtomicReference<>(Instant.EPOCH);

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.printf("%5.1f s  %s%n", Duration.between(start, Instant.now()).toMillis() / 1e3, line);
        out.flush();
    }

    /** Without a time: a table, an address. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    /** At most every two seconds, and when it is done. */
    void progress(String what, int done, int total) {
        Instant now = Instant.now();
        Instant last = lastProgress.get();
        boolean due = done == total || Duration.between(last, now).compareTo(PROGRESS_PAUSE) > 0;
        if (due && lastProgress.compareAndSet(last, now)) {
            say(what + ": " + done + " of " + total);
        }
    }
}
