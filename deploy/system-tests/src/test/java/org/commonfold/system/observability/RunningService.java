package org.commonfold.system.observability;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.kit.testing.TestTokens;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real jar of a service as a process of its own, configured by its environment. */
final class RunningService implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final int port;
    private final int managementPort;
    private final Path log;
    private final ProcessBuilder builder;
    private Process process;

    private RunningService(
            String name, int port, int managementPort, Path log, ProcessBuilder builder)
            throws IOException {
        this.name = name;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
        this.builder = builder;
        startAgain();
    }

    /**
     * Starts it, and does not wait.
     *
     * @param database where its connections go: {@code host:port/name}
     */
    static RunningService start(
            String name, String broker, String database, Map<String, String> more)
            throws IOException {
        int port = EmbeddedBroker.freePort();
        int managementPort = EmbeddedBroker.freePort();
        Path jar = Path.of("..", "..", name, "target", "quarkus-app", "quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
        Map<String, String> environment = new HashMap<>(more);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker);
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", "postgresql://" + database);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + database);
        environment.put("QUARKUS_DATASOURCE_USERNAME", TestDatabase.USER);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", TestDatabase.USER);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        environment.put(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                TestTokens.publicKeyFile().toUri().toString());
        environment.put("MP_JWT_VERIFY_ISSUER", TestTokens.ISSUER);
        builder.environment().putAll(environment);
        Path log = Files.createTempFile(Path.of("target"), name, ".log");
        builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
        return new RunningService(name, port, managementPort, log, builder);
    }

    /** At the same ports, with all that it had; does not wait. */
    void startAgain() throws IOException {
        process = builder.start();
    }

    String name() {
        return name;
    }

    String managementAddress() {
        return "localhost:" + managementPort;
    }

    boolean isReady() {
        try {
            URI readiness = URI.create("http://" + managementAddress() + "/q/health/ready");
            HttpRequest probe = HttpRequest.newBuilder(readiness).build();
            return CLIENT.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A request with a token (none when it is null) and, unless it is null, a body. */
    HttpRequest request(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.build();
    }

    /** All that it has said so far, whole lines only. */
    String log() throws IOException {
        String text = Files.readString(log);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
