package org.commonfold.system.observability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.kit.testing.EmbeddedBroker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The real program, scraping every second, with our alert rules. */
final class Prometheus implements AutoCloseable {

    static final Path RULES = Path.of("..", "observability", "prometheus", "alerts.yaml");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final int port;

    private Prometheus(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One of its programs, {@code prometheus} or {@code promtool}, where it is installed. */
    static Optional<Path> program(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it in a new directory.
     *
     * @param targets what to scrape, by the name of the job
     */
    static Prometheus start(Path program, Path directory, Map<String, String> targets)
            throws IOException {
        Files.writeString(directory.resolve("alerts.yaml"), withoutPatience());
        Files.writeString(directory.resolve("prometheus.yaml"), configuration(targets));
        int port = EmbeddedBroker.freePort();
        ProcessBuilder builder = new ProcessBuilder(
                program.toString(),
                "--config.file=" + directory.resolve("prometheus.yaml"),
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.listen-address=127.0.0.1:" + port);
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile());
        return new Prometheus(builder.start(), port);
    }

    /** The rules as they are, but that they wait for seconds where it says minutes. */
    private static String withoutPatience() throws IOException {
        return Files.readString(RULES).replaceAll("(?m)^( +for: \\d+)m$", "$1s");
    }

    private static String configuration(Map<String, String> targets) {
        StringBuilder text = new StringBuilder("""
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [alerts.yaml]
                scrape_configs:
                """);
        targets.forEach((job, address) -> text.append("""
                  - job_name: %s
                    metrics_path: /q/metrics
                    static_configs: [{targets: ["%s"]}]
                """.formatted(job, address)));
        return text.toString();
    }

    /** The names of the alerts that fire now; none while it is not there yet. */
    Set<String> firing() {
        Set<String> names = new TreeSet<>();
        for (JsonNode alert : get("alerts").path("alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                names.add(alert.path("labels").path("alertname").asText());
            }
        }
        return names;
    }

    /** All that the rules name. */
    Set<String> alerts() {
        Set<String> names = new TreeSet<>();
        for (JsonNode group : get("rules").path("groups")) {
            group.path("rules").forEach(rule -> names.add(rule.path("name").asText()));
        }
        return names;
    }

    /** What could not be evaluated. */
    List<String> errors() {
        List<JsonNode> rules = get("rules").path("groups").findValues("lastError");
        return rules.stream().map(JsonNode::asText).toList();
    }

    private JsonNode get(String what) {
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/v1/" + what);
        try {
            HttpResponse<String> answer = CLIENT.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body()).path("data");
        } catch (IOException notYet) {
            return JSON.createObjectNode();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
