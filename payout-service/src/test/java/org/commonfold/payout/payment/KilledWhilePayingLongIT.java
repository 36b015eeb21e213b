package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.kit.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The process that serves, killed and started again between any two steps and within them. */
@DisplayName("payout-service, killed while it pays 2,000 people")
class KilledWhilePayingLongIT {

    private static final int PEOPLE = 2_000;
    private static final int AT_ONCE = 32;
    private static final int KILLS = 3;
    private static final int KILLED_AFTER_MILLIS_MAX = 800;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String CURRENCY = "SEK";

    /** 5.01 for the first, a cent more for each that follows. */
    private static final String FUND = """
            insert into balance (commons_id, owner, currency, available)
            select 'c', 'contributor:payee-' || n, '%s', 5000000 + n * 10000
              from generate_series(1, %d) n""".formatted(CURRENCY, PEOPLE);

    private static final long MICROS = 5_000_000L * PEOPLE + 10_000L * PEOPLE * (PEOPLE + 1) / 2;

    /** In one look: a step that is half done would be seen, whenever it is looked at. */
    private static final String STANDING = """
            select run.state
                   || ' ' || (select sum(available) || ' ' || sum(reserved) || ' ' || sum(paid)
                                from balance where currency = run.currency)
                   || ' ' || (select count(*) from entry where currency = run.currency)
                   || ' ' || (select count(*) from event where stream_id like 'payout-run/%%')
              from payout_run run where run_id = '%s'""";

    private static final int PARTS = 5;

    private static final String LINES = """
            select replace(payout_id::text, '-', '') || ' '
                   || (micros / 1000000.0)::numeric(12, 2)
              from payout where run_id = '%s' order by payout_id offset %d limit %d""";

    private static final String OPEN =
            "select sum(micros) from payout where run_id = '%s' and state = 'reserved'";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final TestDatabase database = TestDatabase.create();
    /** Its log is empty: to fold those of all tests anew after each kill would take minutes. */
    private final EmbeddedBroker broker = EmbeddedBroker.start();

    private final Random random = new Random();
    private ServiceProcess payout;
    private int port;
    private int managementPort;

    @BeforeEach
    void two_ports() throws IOException {
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            port = one.getLocalPort();
            managementPort = other.getLocalPort();
        }
    }

    @Test
    void pays_everybody_once() throws Exception {
        start();
        database.execute(FUND);
        everybodyNamesAnAccount();
        String runId = prepare();

        String prepared = standing("prepared", MICROS, 0, 0, 0);
        String approved = standing("approved", 0, MICROS, 0, PEOPLE);
        String fetched = standing("fetched", 0, MICROS, 0, PEOPLE);
        String paid = standing("fetched", 0, 0, MICROS, 2 * PEOPLE);
        untilDone(runId, prepared, approved, post("theo", run(runId) + "/approval", ""));
        killAndStart();
        // The bank has the beginning of a file whose rest never came.
        readTheBeginning(runId);
        killAndStart();
        assertThat(standing(runId)).isEqualTo(fetched);
        byte[] file = fetch(runId);
        assertComplete(BankFile.read(file));
        killAndStart();
        assertThat(fetch(runId)).isEqualTo(file);

        // In parts, as banks report.
        HttpRequest last = report(part(runId, PARTS - 1));
        for (int i = 0; i < PARTS - 1; i++) {
            assertThat(send(report(part(runId, i))).statusCode()).isEqualTo(200);
        }
        long open = database.number(OPEN.formatted(runId));
        int booked = 2 * PEOPLE - PEOPLE / PARTS;
        String almost = standing("fetched", 0, open, MICROS - open, booked);
        untilDone(runId, almost, paid, last);
        assertThat(send(last).statusCode()).isEqualTo(200);
        assertThat(standing(runId)).isEqualTo(paid);
        assertThat(send(terms()).statusCode()).as("nothing is left to pay").isEqualTo(422);
        payout.close();
    }

    @AfterEach
    void the_end() {
        broker.close();
    }

    private String part(String runId, int part) {
        Pain002 report = Pain002.of(runId).in(CURRENCY).named("BANK-" + part);
        int size = PEOPLE / PARTS;
        for (String line : database.texts(LINES.formatted(runId, part * size, size))) {
            String[] idAndAmount = line.split(" ");
            report.line(idAndAmount[0], "ACSC", idAndAmount[1]);
        }
        assertThat(report.xml()).hasSizeLessThan(1 << 20);
        return report.xml();
    }

    private static String standing(
            String state, long available, long reserved, long paid, int entries) {
        return "%s %d %d %d %d %d".formatted(state, available, reserved, paid, entries, entries);
    }

    private String standing(String runId) {
        return database.texts(STANDING.formatted(runId)).get(0);
    }

    /** Kills it in the middle of a step, some times; the step is done whole then, or not at all. */
    private void untilDone(String runId, String before, String after, HttpRequest step)
            throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            client.sendAsync(step, BodyHandlers.discarding());
            Executor later = CompletableFuture.delayedExecutor(
                    random.nextInt(KILLED_AFTER_MILLIS_MAX), TimeUnit.MILLISECONDS);
            CompletableFuture.runAsync(payout::kill, later).join();
            String found = standing(runId);
            System.out.printf("Killed; then it stood at %s%n", found);
            assertThat(found).isIn(before, after);
            start();
        }
        assertThat(send(step).statusCode()).isEqualTo(200);
        assertThat(standing(runId)).isEqualTo(after);
    }

    private void killAndStart() throws Exception {
        payout.kill();
        start();
    }

    /** With as little heap as a container of half a gibibyte leaves it. */
    private void start() throws Exception {
        payout = ServiceProcess.startOn(
                broker.bootstrapServers(),
                database,
                "-Xmx192m",
                "-Dquarkus.http.port=" + port,
                // With one port given and the other found, the start never ends (Quarkus 3.34.1).
                "-Dquarkus.management.port=" + managementPort,
                "-Dpayout.debtor.name=Sensorica Commons",
                "-Dpayout.debtor.iban=NL91ABNA0417164300");
        await().atMost(PATIENCE).ignoreException(ConnectException.class).until(() -> {
            assertThat(payout.isAlive()).isTrue();
            return send(get("/payout-runs")).statusCode() == 200;
        });
    }

    private void everybodyNamesAnAccount() {
        for (int first = 1; first <= PEOPLE; first += AT_ONCE) {
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(
                            first, Math.min(first + AT_ONCE, PEOPLE + 1))
                    .mapToObj(n -> client.sendAsync(account("payee-" + n), BodyHandlers.ofString()))
                    .toList();
            answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        }
    }

    private HttpRequest account(String who) {
        String body = "{\"iban\": \"%s\", \"holder\": \"Pay Ee\"}".formatted(Bank.IBAN_PLAIN);
        return request("/contributors/me/payout-account", who, "contributor")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest terms() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return post("tess", "/payout-runs", Bank.terms(CURRENCY, "5.00", today));
    }

    private String prepare() throws Exception {
        HttpResponse<String> answer = send(terms());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonMapper().readTree(answer.body()).path("runId").asText();
    }

    private static void assertComplete(BankFile file) {
        String sum = BigDecimal.valueOf(MICROS, 6).setScale(2).toPlainString();
        assertThat(file.all("NbOfTxs")).containsOnly(Integer.toString(PEOPLE));
        assertThat(file.all("CtrlSum")).containsOnly(sum);
        assertThat(file.sumOfTransfers()).isEqualTo(new BigDecimal(sum));
        assertThat(new HashSet<>(file.all("EndToEndId"))).hasSize(PEOPLE);
    }

    private void readTheBeginning(String runId) throws Exception {
        HttpResponse<InputStream> answer =
                client.send(get(run(runId) + "/pain.001"), BodyHandlers.ofInputStream());
        try (InputStream file = answer.body()) {
            assertThat(file.readNBytes(10_000)).hasSize(10_000);
        }
    }

    private byte[] fetch(String runId) throws Exception {
        return client.send(get(run(runId) + "/pain.001"), BodyHandlers.ofByteArray())
                .body();
    }

    private HttpRequest report(String xml) {
        return request("/payout-statuses", "tess", "treasurer")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString(xml))
                .build();
    }

    private HttpRequest post(String who, String path, String body) {
        return request(path, who, "treasurer")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest get(String path) {
        return request(path, "tess", "treasurer").build();
    }

    private HttpRequest.Builder request(String path, String who, String role) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1" + path))
                .header("Authorization", "Bearer " + TestTokens.token(who, role));
    }

    private static String run(String runId) {
        return "/payout-runs/" + runId;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
