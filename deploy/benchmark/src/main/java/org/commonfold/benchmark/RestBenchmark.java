package org.commonfold.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How many works, ratings and revenues a service takes, beside an endpoint that only inserts. */
@Command(
        name = "deploy/benchmark/rest",
        mixinStandardHelpOptions = true,
        description = "Publishes, rates and declares, and does the least that there is to do.")
final class RestBenchmark implements Callable<Integer> {

    private static final String COMMONS = """
            {"name": "Benchmark", "charter": {"raters": "anyone", "criteria": [
                {"name": "quality", "weight": 1, "min": 1, "points": [0, 1]}]}}""";

    private static final String WORK = """
            {"title": "A lathe", "kind": "design", "licence": "CERN-OHL-S-2.0",
             "contentUri": "https://example.org/lathe", "contentDigest": "sha256:%s",
             "authors": [{"contributorId": "ada", "share": 1}]}""".formatted("ab".repeat(32));

    private static final String ROW = """
            {"title": "A lathe", "contentDigest": "sha256:%s"}""".formatted("ab".repeat(32));

    private static final String RATING = """
            {"scores": {"quality": 1}}""";

    private static final String REVENUE = """
            {"amount": {"value": "100.00", "currency": "EUR"}, "reference": "%d",
             "usage": [{"contributionId": "%s", "weight": 1}],
             "period": {"from": "2026-01-01", "to": "2026-01-31"}}""";

    private static final int CREATED = 201;
    private static final int LOOK_AGAIN_MILLIS = 100;
    private static final Duration KNOWN_MAX = Duration.ofMinutes(1);
    /** The least of which a request of ours is a part, and what the table tells ratios of. */
    private static final String BASE = "insert by Hibernate Reactive";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--bare", required = true, description = "URL of the bare endpoints.")
    URI bare;

    @Option(names = "--contribution", required = true, description = "Its URL.")
    URI contribution;

    @Option(names = "--rating", required = true, description = "Its URL.")
    URI rating;

    @Option(names = "--revenue", required = true, description = "Its URL.")
    URI revenue;

    @Option(names = "--home", required = true, description = "The source tree.")
    Path home;

    @Option(names = "--token", required = true, description = "Of ada, steward and contributor.")
    String token;

    @Option(names = "--rater-token", required = true, description = "Of one who rates; may repeat.")
    List<String> raterTokens;

    @Option(names = "--partner-token", required = true, description = "Of a partner.")
    String partnerToken;

    @Option(names = "--connections", description = "Default: ${DEFAULT-VALUE}.")
    int connections = 64;

    @Option(names = "--rounds", description = "Of each kind. Default: ${DEFAULT-VALUE}.")
    int rounds = 3;

    @Option(names = "--seconds", description = "Of a round. Default: ${DEFAULT-VALUE}.")
    int seconds = 8;

    @Option(names = "--warm-up", description = "Seconds of each. Default: ${DEFAULT-VALUE}.")
    int warmUpSeconds = 90;

    @Option(names = "--works", description = "That are rated. Default: ${DEFAULT-VALUE}.")
    int workCount = 20_000;

    @Option(names = "--only", split = ",", description = "Contestants; by default all.")
    List<String> only = List.of();

    @Option(names = "--pgbench", description = "Inserts a second that it had, for the table.")
    double pgbenchPerSecond;

    @Option(names = "--write", description = "Writes the tables to docs/benchmark.md as well.")
    boolean writes;

    private final List<String> works = new ArrayList<>();
    private int rated;
    private int declared;

    /** Somebody to be measured: which service it is (null: the bare one), and what it is asked. */
    private record Contestant(String service, Supplier<Request> requests) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Neighbours neighbours = new Neighbours(home.toRealPath());
                Load load = new Load(connections)) {
            Map<String, Contestant> contestants = contestants(load);
            if (!only.isEmpty()) {
                contestants.keySet().removeIf(name -> !only.contains(name) && !BASE.equals(name));
            }
            Map<String, List<Clients.Seen>> seen = new LinkedHashMap<>();
            // First all get warm: the compilers take a while, and would be seen in who comes first.
            for (Contestant contestant : contestants.values()) {
                saturate(load, neighbours, contestant, warmUpSeconds);
            }
            for (int round = 0; round < rounds; round++) {
                for (Map.Entry<String, Contestant> one : contestants.entrySet()) {
                    seen.computeIfAbsent(one.getKey(), first -> new ArrayList<>())
                            .add(saturate(load, neighbours, one.getValue(), seconds));
                }
            }
            RestTables tables = new RestTables(BASE, pgbenchPerSecond);
            BenchmarkPage page = new BenchmarkPage(home, writes);
            page.show("rest", tables.saturated(seen));
            page.show("rest-paced", tables.paced(pace(load, neighbours, contestants, seen)));
        }
        return 0;
    }

    private static Clients.Seen saturate(
            Load load, Neighbours neighbours, Contestant contestant, int seconds)
            throws IOException, InterruptedException {
        return neighbours.alone(
                contestant.service(),
                () -> load.saturate(
                        Duration.ofSeconds(seconds), contestant.requests(), answer -> {}));
    }

    private Map<String, Contestant> contestants(Load load) throws InterruptedException {
        String commons = prepare(load);
        Map<String, Contestant> contestants = new LinkedHashMap<>();
        contestants.put("no insert", bare("/empty"));
        contestants.put("insert as SQL", bare("/sql"));
        contestants.put(BASE, bare("/hibernate"));
        contestants.put(
                "publish", new Contestant("contribution-service", () -> publication(commons)));
        contestants.put("rate", new Contestant("rating-service", this::rate));
        contestants.put(
                "declare",
                new Contestant("revenue-service", () -> declaration(commons, works.get(0))));
        return contestants;
    }

    private Contestant bare(String path) {
        URI url = bare.resolve(path);
        return new Contestant(null, () -> new Request(HttpMethod.POST, url, null, ROW));
    }

    /** Each rater rates each work once: a second time they would have to say which version. */
    private Request rate() {
        int i = rated++;
        // The last work was rated when it was waited for.
        if (i >= raterTokens.size() * (works.size() - 1)) {
            throw new IllegalStateException("All works are rated: more are needed (--works)");
        }
        String work = works.get(i / raterTokens.size());
        String rater = raterTokens.get(i % raterTokens.size());
        return new Request(HttpMethod.PUT, ratingOf(work), rater, RATING);
    }

    private URI ratingOf(String work) {
        return rating.resolve("/v1/contributions/" + work + "/ratings/mine");
    }

    private Request publication(String commons) {
        URI url = contribution.resolve("/v1/commons/" + commons + "/contributions");
        return new Request(HttpMethod.POST, url, token, WORK);
    }

    private Request declaration(String commons, String work) {
        URI url = revenue.resolve("/v1/commons/" + commons + "/revenues");
        String body = REVENUE.formatted(declared++, work);
        return new Request(HttpMethod.POST, url, partnerToken, body);
    }

    /** Publishes the works that are rated, and waits until the last is known where it must be. */
    private String prepare(Load load) throws InterruptedException {
        try (Clients clients = new Clients(1)) {
            URI commonses = contribution.resolve("/v1/commons");
            HttpResponse<String> founded =
                    clients.send(new Request(HttpMethod.POST, commonses, token, COMMONS));
            Clients.require(CREATED, founded);
            String commons = field(Buffer.buffer(founded.body()), "commonsId");
            Request publish = publication(commons);
            while (works.size() < workCount) {
                load.saturate(
                        Duration.ofSeconds(1),
                        () -> publish,
                        answer -> works.add(field(answer, "contributionId")));
            }
            String last = works.get(works.size() - 1);
            awaitTaken(
                    clients,
                    new Request(HttpMethod.PUT, ratingOf(last), raterTokens.get(0), RATING));
            awaitTaken(clients, declaration(commons, last));
            return commons;
        }
    }

    /** What it is about has come there through the log. */
    private static void awaitTaken(Clients clients, Request request) throws InterruptedException {
        long deadline = System.nanoTime() + KNOWN_MAX.toNanos();
        HttpResponse<String> answer = clients.send(request);
        while (answer.statusCode() > CREATED) {
            if (System.nanoTime() > deadline) {
                Clients.require(CREATED, answer);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            answer = clients.send(request);
        }
    }

    private static String field(Buffer json, String name) {
        try {
            return JSON.readTree(json.getBytes()).get(name).asText();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Half of what each took at full load, in as many rounds again. */
    private Map<String, RestTables.Paced> pace(
            Load load,
            Neighbours neighbours,
            Map<String, Contestant> contestants,
            Map<String, List<Clients.Seen>> saturated)
            throws IOException, InterruptedException {
        Map<String, RestTables.Paced> paced = new LinkedHashMap<>();
        for (Map.Entry<String, Contestant> one : contestants.entrySet()) {
            Contestant contestant = one.getValue();
            List<Clients.Seen> full = saturated.get(one.getKey());
            double perSecond =
                    Clients.Seen.median(full, Clients.Seen::perSecond).perSecond() / 2;
            List<Clients.Seen> results = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                results.add(neighbours.alone(
                        contestant.service(),
                        () -> load.pace(
                                perSecond,
                                Duration.ofSeconds(seconds),
                                contestant.requests(),
                                answer -> {})));
            }
            paced.put(
                    one.getKey(),
                    new RestTables.Paced(
                            perSecond,
                            results,
                            contestant.service() == null
                                    ? ""
                                    : String.valueOf(
                                            neighbours.residentMegabytes(contestant.service()))));
        }
        return paced;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RestBenchmark()).execute(arguments));
    }
}
