package org.commonfold.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service as it is shipped, to be started again and again on the same database and broker. */
final class ShippedService {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String MIGRATES = "QUARKUS_FLYWAY_MIGRATE_AT_START";
    private static final String VALIDATES = "QUARKUS_FLYWAY_VALIDATE_AT_START";
    private static final List<String> REHEARSAL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dquarkus.profile=rehearsal");

    /** From here on (JEP 514) classes are kept linked, and what was called how often beside. */
    private static final int JAVA_WITH_CACHE = 25;

    private static final boolean HAS_CACHE = Runtime.version().feature() >= JAVA_WITH_CACHE;

    private static final Duration READY_MAX = Duration.ofMinutes(2);
    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);
    private static final int LOOK_AGAIN_MILLIS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path application;
    private final Map<String, String> environment;
    private final Path log;

    /**
     * @param application the folder that it was packaged in
     * @param environment its settings
     * @param log what it says
     */
    ShippedService(Path application, Map<String, String> environment, Path log) {
        this.application = application;
        this.environment = environment;
        this.log = log;
    }

    /** Migrates its database and makes its topics, as somebody has done before a pod starts. */
    void prepare() throws IOException, InterruptedException {
        Process process = process(List.of(), configured(true));
        awaitReady(process);
        // Its management is there before the rest.
        TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
        stop(process);
    }

    /** Has the JVM write down which classes it needs, as in the making of an image. */
    void rehearse(Path archive) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(REHEARSAL);
        options.add((HAS_CACHE ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
        Process process = process(options, ports());
        if (process.waitFor() != 0) {
            throw new IllegalStateException("It cannot be rehearsed; see " + log);
        }
    }

    /** What Java calls that which it writes down. */
    static String written() {
        return HAS_CACHE ? "cache" : "archive";
    }

    /** The option that has a start use what was written down. */
    static String archived(Path archive) {
        return (HAS_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
    }

    /** Starts it as a pod would, until it is ready and then idle for a while; then stops it. */
    Start start(List<String> options, Duration idle) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = process(options, configured(false));
        try {
            awaitReady(process);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
            TimeUnit.MILLISECONDS.sleep(idle.toMillis());
            return new Start(seconds, cpu.toMillis() / 1e3, Resident.megabytes(process.pid()));
        } finally {
            stop(process);
        }
    }

    private Map<String, String> ports() {
        Map<String, String> ports = new HashMap<>(environment);
        ports.keySet().removeIf(name -> !name.endsWith("_PORT"));
        return ports;
    }

    /** As the manifests have it: a Job migrates, and a pod looks whether it has. */
    private Map<String, String> configured(boolean migrates) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(MIGRATES, String.valueOf(migrates));
        all.put(VALIDATES, String.valueOf(!migrates));
        return all;
    }

    private Process process(List<String> options, Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitReady(Process process) throws InterruptedException {
        URI readiness = URI.create("http://localhost:"
                + environment.get("QUARKUS_MANAGEMENT_PORT")
                + "/q/health/ready");
        HttpRequest probe = HttpRequest.newBuilder(readiness).timeout(READY_MAX).build();
        long deadline = System.nanoTime() + READY_MAX.toNanos();
        while (!isReady(probe)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("It does not get ready; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    private boolean isReady(HttpRequest probe) throws InterruptedException {
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
