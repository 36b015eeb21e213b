package org.commonfold.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** How long listing and searching a large commons takes. */
@Command(
        name = "deploy/benchmark/library",
        mixinStandardHelpOptions = true,
        description = "Puts many works in one commons, then lists and searches them.")
final class LibraryBenchmark implements Callable<Integer> {

    private static final String COMMONS = """
            {"name": "Benchmark", "charter": {"criteria": [
                {"name": "quality", "weight": 1, "min": 1, "points": [0, 1]}]}}""";

    /** PostgreSQL counts what a busy connection did a little later. */
    private static final int STATISTICS_LATE_SECONDS = 15;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--url", required = true, description = "Of contribution-service.")
    URI url;

    @Option(names = "--token", required = true, description = "Of a steward.")
    String token;

    @Option(names = "--works", description = "Default: ${DEFAULT-VALUE}.")
    int works = 100_000;

    @Option(names = "--database", required = true, description = "Its database, for JDBC.")
    String database;

    @Option(names = "--requests", description = "Per round. Default: ${DEFAULT-VALUE}.")
    int requestCount = 1_000;

    @Option(names = "--rounds", description = "Of each question. Default: ${DEFAULT-VALUE}.")
    int roundCount = 5;

    @Option(names = "--clients", description = "Default: ${DEFAULT-VALUE}.")
    int clientCount = 16;

    @Override
    public Integer call() throws InterruptedException, SQLException {
        try (Clients clients = new Clients(clientCount)) {
            String commonsId = found(clients);
            Shelves shelves = new Shelves(database);
            shelves.fill(UUID.fromString(commonsId), new Works(42), works);
            String path = "/v1/commons/" + commonsId + "/contributions";
            Map<String, String> questions = Questions.of(path, deepCursor(clients, path));
            addNextPages(clients, questions);
            TimeUnit.SECONDS.sleep(STATISTICS_LATE_SECONDS);
            Map<String, Long> before = shelves.sequentialScans();
            print(ask(clients, requests(questions)));
            TimeUnit.SECONDS.sleep(STATISTICS_LATE_SECONDS);
            Map<String, Long> scans = shelves.sequentialScans();
            scans.replaceAll((table, count) -> count - before.getOrDefault(table, 0L));
            scans.values().removeIf(count -> count == 0);
            System.out.printf("Sequential scans of any table meanwhile: %s%n", scans);
        }
        return 0;
    }

    private String found(Clients clients) throws InterruptedException {
        HttpResponse<String> founded = clients.send(post("/v1/commons", COMMONS));
        Clients.require(201, founded);
        return parse(founded.body()).get("commonsId").asText();
    }

    /** The cursor of a page in the middle. */
    private String deepCursor(Clients clients, String path) throws InterruptedException {
        String cursor = "";
        for (int page = 0; page < works / 400; page++) {
            HttpResponse<String> answer = clients.send(get(path + "?limit=200" + cursor));
            Clients.require(200, answer);
            cursor = "&cursor=" + parse(answer.body()).get("next").asText();
        }
        return cursor;
    }

    /** A question goes on where its first page ended. */
    private void addNextPages(Clients clients, Map<String, String> questions)
            throws InterruptedException {
        for (String name : List.of("search, word in 50 %", "search, two words that never meet")) {
            String path = questions.get(name) + "&limit=200";
            HttpResponse<String> first = clients.send(get(path));
            Clients.require(200, first);
            String cursor = parse(first.body()).get("next").asText();
            questions.put(name + ", next page", questions.get(name) + "&cursor=" + cursor);
        }
    }

    /** Round by round, so that a machine that slows down does so for all. */
    private Map<String, List<Clients.Seen>> ask(Clients clients, Map<String, List<URI>> requests)
            throws InterruptedException {
        Map<String, List<Clients.Seen>> seen = new LinkedHashMap<>();
        for (int round = 0; round <= roundCount; round++) {
            for (Map.Entry<String, List<URI>> question : requests.entrySet()) {
                List<URI> any = question.getValue();
                Clients.Seen one = clients.ask(requestCount, i -> any.get(i % any.size()));
                if (round > 0) {
                    // The first is for warming up.
                    seen.computeIfAbsent(question.getKey(), first -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        return seen;
    }

    /** Each question by itself, and all of them in turn. */
    private Map<String, List<URI>> requests(Map<String, String> questions) {
        Map<String, List<URI>> requests = new LinkedHashMap<>();
        questions.forEach((name, path) -> requests.put(
                name,
                IntStream.range(Questions.FIRST, Questions.FIRST + Questions.COUNT)
                        .mapToObj(n -> url.resolve(path.replace("{n}", Integer.toString(n))))
                        .toList()));
        requests.put(
                "all of these, in turn",
                IntStream.range(0, Questions.COUNT)
                        .boxed()
                        .flatMap(i -> questions.keySet().stream()
                                .map(name -> requests.get(name).get(i)))
                        .toList());
        return requests;
    }

    private static void print(Map<String, List<Clients.Seen>> seen) {
        System.out.println("| question | p50, ms | p99, ms | a second |");
        System.out.println("|---|---:|---:|---:|");
        seen.forEach((question, rounds) -> {
            rounds.sort(Comparator.comparingDouble(one -> one.milliseconds(99)));
            Clients.Seen median = rounds.get(rounds.size() / 2);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.0f |%n",
                    question,
                    median.milliseconds(50),
                    median.milliseconds(99),
                    median.perSecond());
        });
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).build();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LibraryBenchmark()).execute(arguments));
    }
}
