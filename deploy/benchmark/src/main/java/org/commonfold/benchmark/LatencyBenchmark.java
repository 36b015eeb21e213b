package org.commonfold.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.http.HttpMethod;

import org.HdrHistogram.Histogram;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How soon a declared revenue is seen in a balance. */
@Command(
        name = "deploy/benchmark/latency",
        mixinStandardHelpOptions = true,
        description = "From the answer to a declaration to the changed balance.")
final class LatencyBenchmark implements Callable<Integer> {

    private static final String COMMONS = """
            {"name": "Benchmark", "charter": {"criteria": [
                {"name": "quality", "weight": 1, "min": 1, "points": [0, 1]}]}}""";

    private static final String WORK = """
            {"title": "A lathe", "kind": "design", "licence": "CERN-OHL-S-2.0",
             "contentUri": "https://example.org/lathe", "contentDigest": "sha256:%s",
             "authors": [%s]}""";

    private static final String REVENUE = """
            {"amount": {"value": "100.00", "currency": "EUR"}, "reference": "%d",
             "usage": [{"contributionId": "%s", "weight": 1}],
             "period": {"from": "2026-01-01", "to": "2026-01-31"}}""";

    private static final int CREATED = 201;
    private static final int WARM_UP_CONNECTIONS = 16;
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int PUBLISHERS = 4;
    private static final int PAUSE_MILLIS = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--contribution", required = true, description = "Its URL.")
    URI contribution;

    @Option(names = "--revenue", required = true, description = "Its URL.")
    URI revenue;

    @Option(names = "--payout", required = true, description = "Its URL.")
    URI payout;

    @Option(names = "--token", required = true, description = "Of ada, steward and contributor.")
    String token;

    @Option(names = "--partner-token", required = true, description = "Of a partner.")
    String partnerToken;

    @Option(names = "--authors", split = ",", description = "Of the work that earns.")
    int[] authorCounts = {1, 10, 100};

    @Option(names = "--declarations", description = "Default: ${DEFAULT-VALUE}.")
    int declarations = 500;

    @Option(
            names = "--warm-up",
            description = "Seconds of publishing, and of declaring. Default: ${DEFAULT-VALUE}.")
    int warmUpSeconds = 60;

    @Option(names = "--beside", split = ",", description = "Works published a second beside.")
    int[] besides = {30, 50};

    @Option(names = "--home", required = true, description = "Of the source tree.")
    Path home;

    @Option(names = "--write", description = "Writes the table to docs/benchmark.md as well.")
    boolean writes;

    private final AtomicLong published = new AtomicLong();
    private int declared;

    @Override
    public Integer call() throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder();
        table.append("| authors | published a second beside | p50, ms | p90, ms | p99, ms |\n");
        table.append("|---:|---:|---:|---:|---:|\n");
        try (Clients clients = new Clients(1);
                BalanceStream balances = new BalanceStream(payout, token, "ada")) {
            String commons = found(clients);
            warmUp(clients, commons, balances);
            for (int beside : besides) {
                ScheduledExecutorService publishers = startPublishing(clients, commons, beside);
                try {
                    for (int authors : authorCounts) {
                        table.append(measure(clients, balances, authors));
                    }
                } finally {
                    publishers.shutdownNow();
                }
            }
        }
        new BenchmarkPage(home, writes).show("latency", table.toString());
        return 0;
    }

    private ScheduledExecutorService startPublishing(
            Clients clients, String commons, int perSecond) {
        ScheduledExecutorService publishers = Executors.newScheduledThreadPool(PUBLISHERS);
        long every = PUBLISHERS * TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (int i = 0; i < PUBLISHERS; i++) {
            publishers.scheduleAtFixedRate(
                    () -> publishBeside(clients, commons),
                    i * every / PUBLISHERS,
                    every,
                    TimeUnit.NANOSECONDS);
        }
        return publishers;
    }

    /** The compilers take a while; then all that came of it is waited for. */
    private void warmUp(Clients clients, String commons, BalanceStream balances)
            throws InterruptedException {
        String work = publish(clients, commons, 1);
        awaitKnown(clients, commons, work, balances);
        Duration duration = Duration.ofSeconds(warmUpSeconds);
        try (Load load = new Load(WARM_UP_CONNECTIONS)) {
            load.saturate(duration, () -> publication(commons, 1), answer -> {});
            load.saturate(duration, () -> declaration(commons, work), answer -> {});
        }
        balances.awaitQuiet(QUIET);
    }

    private String measure(Clients clients, BalanceStream balances, int authors)
            throws InterruptedException {
        String commons = found(clients);
        String work = publish(clients, commons, authors);
        awaitKnown(clients, commons, work, balances);
        Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        long publishedBefore = published.get();
        long begin = System.nanoTime();
        for (int i = 0; i < declarations; i++) {
            long changes = balances.changes();
            HttpResponse<String> answer = declare(clients, commons, work);
            long acknowledged = System.nanoTime();
            Clients.require(CREATED, answer);
            long changed = balances.awaitChange(changes);
            micros.recordValue(Math.max(0, changed - acknowledged) / 1000);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.1f | %.1f | %.1f |%n",
                authors,
                (published.get() - publishedBefore) / seconds,
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(90) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }

    /** What was published has come to all services when the first revenue has. */
    private void awaitKnown(Clients clients, String commons, String work, BalanceStream balances)
            throws InterruptedException {
        long changes = balances.changes();
        while (declare(clients, commons, work).statusCode() != CREATED) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        balances.awaitChange(changes);
    }

    private HttpResponse<String> declare(Clients clients, String commons, String work)
            throws InterruptedException {
        return clients.send(declaration(commons, work));
    }

    private Request declaration(String commons, String work) {
        URI url = revenue.resolve("/v1/commons/" + commons + "/revenues");
        return new Request(HttpMethod.POST, url, partnerToken, REVENUE.formatted(declared++, work));
    }

    private String found(Clients clients) throws InterruptedException {
        URI commonses = contribution.resolve("/v1/commons");
        HttpResponse<String> founded =
                clients.send(new Request(HttpMethod.POST, commonses, token, COMMONS));
        return field(founded, "commonsId");
    }

    private String publish(Clients clients, String commons, int authors)
            throws InterruptedException {
        return field(clients.send(publication(commons, authors)), "contributionId");
    }

    private Request publication(String commons, int authors) {
        String list = IntStream.range(0, authors)
                .mapToObj(i -> i == 0 ? "ada" : "author-" + i)
                .map("{\"contributorId\":\"%s\",\"share\":1}"::formatted)
                .collect(Collectors.joining(","));
        URI url = contribution.resolve("/v1/commons/" + commons + "/contributions");
        return new Request(HttpMethod.POST, url, token, WORK.formatted("ab".repeat(32), list));
    }

    /** One that fails is the last of its publisher's: the table shows how many there were. */
    private void publishBeside(Clients clients, String commons) {
        try {
            publish(clients, commons, 1);
            published.incrementAndGet();
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    private static String field(HttpResponse<String> created, String name) {
        Clients.require(CREATED, created);
        try {
            return JSON.readTree(created.body()).get(name).asText();
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LatencyBenchmark()).execute(arguments));
    }
}
