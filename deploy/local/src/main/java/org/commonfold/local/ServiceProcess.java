package org.commonfold.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own. */
final class ServiceProcess {

    private static final Duration PROBE_MAX = Duration.ofSeconds(2);
    /** The quick compiler: four cold JVMs on two cores are busy optimizing otherwise. */
    private static final List<String> QUICK =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int POD_MEBIBYTES = 512;

    private final Service service;
    private final Process process;
    private final Path log;
    private final URI readiness;

    private ServiceProcess(Service service, Process process, Path log, URI readiness) {
        this.service = service;
        this.process = process;
        this.log = log;
        this.readiness = readiness;
    }

    /**
     * Starts it.
     *
     * @param environment its settings
     * @param asInPod with the options that the manifests tell a pod
     */
    static ServiceProcess start(
            Service service, Path log, Map<String, String> environment, boolean asInPod)
            throws IOException {
        Path jar = Options.home()
                .resolve(service.module())
                .resolve("target/quarkus-app/quarkus-run.jar");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(asInPod ? PodOptions.of(Options.home(), POD_MEBIBYTES) : QUICK);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        if (asInPod) {
            builder.environment().putAll(PodOptions.environment(Options.home()));
        }
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        String port = environment.get("QUARKUS_MANAGEMENT_PORT");
        URI readiness = URI.create("http://localhost:" + port + "/q/health/ready");
        return new ServiceProcess(service, builder.start(), log, readiness);
    }

    Service service() {
        return service;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady(HttpClient client) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(readiness).timeout(PROBE_MAX).build();
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Why it is not alive, as far as its log tells. */
    String lastWords() throws IOException {
        return LogFiles.tail(log);
    }

    /** Asks it to stop; does not wait. */
    void stop() {
        process.destroy();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Waits until it has stopped, but at the deadline ends it. */
    void awaitStop(long deadlineNanos) {
        try {
            long left = deadlineNanos - System.nanoTime();
            if (!process.waitFor(left, TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
