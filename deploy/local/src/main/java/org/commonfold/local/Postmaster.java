package org.commonfold.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The process of PostgreSQL on a data directory, as the file {@code postmaster.pid} in it tells:
 * its first line is the process id, its third the time of start in seconds.
 */
final class Postmaster {

    private static final int STOP_SECONDS_MAX = 30;

    /** The file is written a moment after the start, and the clock of the kernel is coarse. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(10);

    private final Path pidFile;

    Postmaster(Path dataDirectory) {
        this.pidFile = dataDirectory.resolve("postmaster.pid");
    }

    /** The process, if it runs; another that got the same id since is told by its start. */
    Optional<ProcessHandle> running() throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.size() < 3) {
            return Optional.empty();
        }
        Instant start = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isStart(process, start));
    }

    private static boolean isStart(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(actual, start).abs())
                .filter(difference -> difference.compareTo(START_TOLERANCE) < 0)
                .isPresent();
    }

    /** Stops it, whoever is connected. Returns whether it ran. */
    boolean stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> process = running();
        if (process.isEmpty()) {
            return false;
        }
        // SIGINT: the fast shutdown. SIGTERM would wait for every client to leave.
        String id = Long.toString(process.get().pid());
        new ProcessBuilder("kill", "-INT", id).start().waitFor();
        try {
            process.get().onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            throw new IOException("PostgreSQL, process " + id + ", does not stop", stubborn);
        }
        return true;
    }
}
