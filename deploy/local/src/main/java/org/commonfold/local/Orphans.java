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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processes that a launcher left behind when it was killed itself. They are known by process id and
 * time of start, so that nobody else's process is ever stopped.
 */
final class Orphans {

    private static final int STOP_SECONDS_MAX = 20;

    /** Anything else, perhaps a line cut off, says nothing about any process. */
    private static final Pattern LINE = Pattern.compile("([0-9]{1,18}) ([0-9T:.-]{19,29}Z)");

    private final Path file;
    private final Postmaster postmaster;

    Orphans(DataDirectory data) {
        this.file = data.resolve("processes");
        this.postmaster = new Postmaster(data.resolve("postgres"));
    }

    /** Remembers the service processes of this launcher. */
    void remember(List<Long> processIds) throws IOException {
        List<String> lines = new ArrayList<>();
        for (long processId : processIds) {
            ProcessHandle.of(processId)
                    .flatMap(Orphans::startOf)
                    .ifPresent(start -> lines.add(processId + " " + start));
        }
        Files.write(file, lines);
    }

    /** Stops those of a former launcher that still run, the database last. Returns how many. */
    int stopAll() throws IOException, InterruptedException {
        List<ProcessHandle> services = running();
        services.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : services) {
            awaitEnd(one);
        }
        Files.deleteIfExists(file);
        return services.size() + (postmaster.stop() ? 1 : 0);
    }

    private List<ProcessHandle> running() throws IOException {
        List<ProcessHandle> running = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Matcher parts = LINE.matcher(line);
                if (parts.matches()) {
                    Optional<Instant> start = Optional.of(Instant.parse(parts.group(2)));
                    ProcessHandle.of(Long.parseLong(parts.group(1)))
                            .filter(one -> startOf(one).equals(start))
                            .ifPresent(running::add);
                }
            }
        }
        return running;
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
