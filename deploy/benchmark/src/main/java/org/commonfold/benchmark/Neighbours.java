package org.commonfold.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of the services on this machine. In production each has a machine of its own; here
 * the others can be halted while one is measured.
 */
final class Neighbours implements AutoCloseable {

    private static final List<String> SERVICES =
            List.of("contribution-service", "rating-service", "revenue-service");
    /** Halted all the time: it is not asked, and would remember all that the others are sent. */
    private static final String UNASKED = "payout-service";

    private static final String JAR = "/target/quarkus-app/quarkus-run.jar";

    private static final String MANAGEMENT_PORT = "QUARKUS_MANAGEMENT_PORT=";
    private static final Duration LAG_IS_TOLD_EVERY = Duration.ofSeconds(6);
    private static final int LOOK_AGAIN_MILLIS = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;

    Neighbours(Path home) throws IOException {
        this.home = home;
        Signals.halt(pid(UNASKED).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        Signals.goOn(pid(UNASKED).orElseThrow());
    }

    /**
     * Measures while nothing but this one runs, and it has read all that the others wrote; null:
     * while none of them runs.
     */
    Clients.Seen alone(String service, Measurement measurement)
            throws IOException, InterruptedException {
        if (service != null) {
            awaitAllRead(service);
        }
        List<Long> others = SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(this::pid)
                .flatMap(Optional::stream)
                .toList();
        for (long other : others) {
            Signals.halt(other);
        }
        try {
            return measurement.take();
        } finally {
            for (long other : others) {
                Signals.goOn(other);
            }
        }
    }

    /** What is done meanwhile. */
    interface Measurement {

        Clients.Seen take() throws InterruptedException;
    }

    /** What it has of the machine's memory, in MiB, at this moment. */
    long residentMegabytes(String service) throws IOException {
        return Resident.megabytes(pid(service).orElseThrow());
    }

    private void awaitAllRead(String service) throws IOException, InterruptedException {
        URI metrics = metrics(pid(service).orElseThrow());
        HttpRequest request = HttpRequest.newBuilder(metrics).build();
        long begin = System.nanoTime();
        // What is told is up to some seconds old.
        while (System.nanoTime() - begin < LAG_IS_TOLD_EVERY.toNanos()
                || http.send(request, BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("log_lag_records{"))
                        .anyMatch(line -> !line.endsWith(" 0.0"))) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Its environment tells where. */
    private static URI metrics(long process) throws IOException {
        String environment = Files.readString(
                Path.of("/proc", Long.toString(process), "environ"), StandardCharsets.ISO_8859_1);
        return Stream.of(environment.split("\0"))
                .filter(one -> one.startsWith(MANAGEMENT_PORT))
                .map(one -> one.substring(MANAGEMENT_PORT.length()))
                .map(port -> URI.create("http://localhost:" + port + "/q/metrics"))
                .findFirst()
                .orElseThrow();
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
}
