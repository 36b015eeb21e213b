package org.commonfold.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.HdrHistogram.Histogram;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** How many messages reach partners, how soon, and whether endpoints that fail delay them. */
@Command(
        name = "deploy/benchmark/webhooks",
        mixinStandardHelpOptions = true,
        description = "Sends messages to receivers on this machine.")
final class WebhooksBenchmark implements Callable<Integer> {

    private static final int ENDPOINTS = 10;
    private static final int WARM_UP = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--url", required = true, description = "Of revenue-service.")
    URI url;

    @Option(names = "--token", required = true, description = "Of an operator.")
    String token;

    @Option(names = "--database", required = true, description = "Its database, for JDBC.")
    String database;

    @Option(names = "--port", required = true, description = "Of the healthy receiver.")
    int healthyPort;

    @Option(names = "--failing-port", required = true, description = "Of the one that fails.")
    int failingPort;

    @Option(names = "--closed-port", required = true, description = "Where nobody listens.")
    int closedPort;

    @Option(names = "--rate", description = "A second. Default: ${DEFAULT-VALUE}.")
    int perSecond = 1_000;

    @Option(names = "--seconds", description = "Of a round. Default: ${DEFAULT-VALUE}.")
    int seconds = 10;

    @Option(names = "--rounds", description = "Of each kind. Default: ${DEFAULT-VALUE}.")
    int rounds = 3;

    @Option(names = "--burst", description = "Due at once. Default: ${DEFAULT-VALUE}.")
    int burst = 20_000;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        try (Receivers receivers = new Receivers(healthyPort, failingPort);
                Deliveries deliveries = new Deliveries(database);
                Clients clients = new Clients(1)) {
            List<UUID> healthy = endpoints(
                    clients,
                    healthyPort,
                    IntStream.range(0, ENDPOINTS).mapToObj(Integer::toString).toList());
            List<UUID> failing = endpoints(clients, failingPort, Receivers.FAILURES);
            failing.addAll(endpoints(clients, closedPort, List.of("refuses")));
            burst(receivers, deliveries, healthy, WARM_UP);
            System.out.println("| what | round | deliveries/s | p50, ms | p99, ms |");
            System.out.println("|---|---:|---:|---:|---:|");
            for (int round = 1; round <= rounds; round++) {
                print("all due at once", round, burst(receivers, deliveries, healthy, burst));
                print("steadily", round, steadily(receivers, deliveries, healthy));
            }
            for (int round = 1; round <= rounds; round++) {
                // For each a tenth of a round's messages: more than are ever in flight to one.
                deliveries.add(failing, failing.size() * perSecond * seconds / ENDPOINTS);
                String what = "steadily, " + failing.size() + " that fail beside";
                print(what, round, steadily(receivers, deliveries, healthy));
            }
        }
        return 0;
    }

    /** What was seen, from due to arrived, and how long all of it took. */
    private record Round(Histogram micros, double seconds) {}

    private static Round burst(
            Receivers receivers, Deliveries deliveries, List<UUID> endpoints, int count)
            throws SQLException, InterruptedException {
        receivers.forget();
        deliveries.add(endpoints, count);
        long begin = System.nanoTime();
        receivers.await(count);
        return new Round(receivers.seen(), (System.nanoTime() - begin) / 1e9);
    }

    private Round steadily(Receivers receivers, Deliveries deliveries, List<UUID> endpoints)
            throws SQLException, InterruptedException {
        receivers.forget();
        long begin = System.nanoTime();
        deliveries.addSteadily(endpoints, perSecond, seconds);
        receivers.await((long) perSecond * seconds);
        return new Round(receivers.seen(), (System.nanoTime() - begin) / 1e9);
    }

    private static void print(String what, int number, Round round) {
        Histogram micros = round.micros();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.1f | %.1f |%n",
                what,
                number,
                micros.getTotalCount() / round.seconds(),
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }

    /** Of a partner of their own. */
    private List<UUID> endpoints(Clients clients, int port, List<String> paths)
            throws InterruptedException {
        String partnerId =
                posted(clients, "/v1/partners", "{\"name\": \"Benchmark\"}", "partnerId");
        List<UUID> endpoints = new ArrayList<>();
        for (String path : paths) {
            String body = """
                    {"url": "http://localhost:%d/%s", "eventTypes": ["revenue.*"]}""".formatted(port, path);
            String collection = "/v1/partners/" + partnerId + "/endpoints";
            endpoints.add(UUID.fromString(posted(clients, collection, body, "endpointId")));
        }
        return endpoints;
    }

    private String posted(Clients clients, String path, String body, String field)
            throws InterruptedException {
        HttpResponse<String> answer = clients.send(HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
        Clients.require(201, answer);
        try {
            return JSON.readTree(answer.body()).get(field).asText();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WebhooksBenchmark()).execute(arguments));
    }
}
