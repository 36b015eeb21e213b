package org.commonfold.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that a launcher left behind when it was killed itself. They are known by process id and
 * time of start, so that nobody else's process is ever stopped.
 */
final class Orphans {

    private static final int STOP_SECONDS_MAX = 20;

    private final Path file;

    Orphans(Path file) {
        this.file = file;
    }

    /** Remembers the processes of this launcher. */
    void remember(List<Long> processIds) throws IOException {
        List<String> lines = new ArrayList<>();
        for (long processId : processIds) {
            ProcessHandle.of(processId)
                    .flatMap(Orphans::startOf)
                    .ifPresent(start -> lines.add(processId + " " + start));
        }
        Files.write(file, lines);
    }

    /** Stops those of a former launcher that still run. Returns how many. */
    int stopAll() throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return 0;
        }
        List<ProcessHandle> running = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", 2);
            ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(one -> startOf(one).equals(Optional.of(Instant.parse(parts[1]))))
                    .ifPresent(running::add);
        }
        running.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : running) {
            awaitEnd(one);
        }
        Files.delete(file);
        return running.size();
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        }
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }
}
