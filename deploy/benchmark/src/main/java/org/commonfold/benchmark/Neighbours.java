package org.commonfold.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processes of the services on this machine. In production each has a machine of its own; here
 * the others can be halted while one is measured.
 */
final class Neighbours {

    private static final List<String> SERVICES =
            List.of("contribution-service", "rating-service", "revenue-service", "payout-service");
    private static final String JAR = "/target/quarkus-app/quarkus-run.jar";

    private final Path home;

    Neighbours(Path home) {
        this.home = home;
    }

    /** Measures while nothing but this one runs; null: while none of them does. */
    Clients.Seen alone(String service, Measurement measurement)
            throws IOException, InterruptedException {
        List<Long> others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(this::pid)
                .flatMap(Optional::stream)
                .toList();
        signal("STOP", others);
        try {
            return measurement.take();
        } finally {
            signal("CONT", others);
        }
    }

    /** What is done meanwhile. */
    interface Measurement {

        Clients.Seen take() throws InterruptedException;
    }

    /** What it has of the machine's memory, in MiB, at this moment. */
    long residentMegabytes(String service) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid(service).orElseThrow()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }

    /** The youngest of its name: whoever was started before belongs to somebody else. */
    private Optional<Long> pid(String service) {
        String jar = home.resolve(service) + JAR;
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(jar))
                .max(Comparator.comparing(
                        process -> process.info().startInstant().orElseThrow()))
                .map(ProcessHandle::pid);
    }

    private static void signal(String name, List<Long> processes) throws IOException {
        for (long process : processes) {
            Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process))
                    .inheritIO()
                    .start();
            if (kill.onExit().join().exitValue() != 0) {
                throw new IllegalStateException("kill -" + name + " failed");
            }
        }
    }
}
