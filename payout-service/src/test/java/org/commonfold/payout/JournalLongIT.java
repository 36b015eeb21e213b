package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.payment.Bank;
import org.commonfold.payout.payment.Pain002;
import org.commonfold.payout.payment.PaymentFileIT;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(JournalLongIT.OwnBooks.class)
@DisplayName("The journal")
class JournalLongIT {

    /** In which nobody has what no entry gave. */
    public static class OwnBooks extends PaymentFileIT.WithDebtor {}

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String NO_HASH = "0".repeat(64);
    private static final List<String> KINDS = List.of("accrued", "available", "reserved", "paid");
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "ndjson", "application/x-ndjson",
            "csv", "text/csv",
            "hledger", "text/plain",
            "beancount", "text/plain");
    private static final String CHARTER = """
            {"criteria": [{"name": "quality", "weight": 1, "min": 1, "points": [1]}],
             "quorum": 1, "referencePoints": 13, "priorPerMille": 500, "levellingRatings": 5,
             "pairCapBasisPoints": 1000, "pairAllowanceRatings": 10, "treasuryBasisPoints": 500}""";
    private static final String WORK = """
            "contributionId": "%s", "authors": [{"contributorId": "%s", "share": 2},
                                                {"contributorId": "%s", "share": 1}]""";
    private static final String REVENUE = """
            "revenueId": "%s", "partnerId": "acme.co", "amount": {"value": "100", "currency": "%s"},
            "usage": [{"contributionId": "%s", "weight": 1}]""";
    private static final String RECEIPT = """
            "revenueId": "%s", "amount": {"value": "33.33", "currency": "%s"}""";
    private static final String VOIDING = """
            "revenueId": "%s\"""";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Inject
    DataSource database;

    /** Of two commons and two currencies, with ids of every letter that is allowed. */
    @BeforeEach
    void of_revenues_that_were_declared_received_and_voided() {
        String suffix = UUID.randomUUID().toString();
        List<String> people = List.of("ada.l_" + suffix, "bob:x-" + suffix);
        people.forEach(who -> Bank.account(who, Bank.IBAN).then().statusCode(200));
        try (CommonsLog log = CommonsLog.connect()) {
            for (String currency : List.of("EUR", "USD")) {
                write(log, people, currency);
            }
        }
        await().atMost(PATIENCE)
                .until(() -> people.stream()
                        .allMatch(who -> balances().keySet().stream()
                                        .filter(account -> account.contains(who))
                                        .count()
                                == 4));
        for (String currency : List.of("EUR", "USD")) {
            payOut(currency, people.get(0), people.get(1));
        }
    }

    /** One is paid and sends it back, the other's bank refuses; then both, in two more runs. */
    private void payOut(String currency, String paid, String refused) {
        Bank bank = new Bank(new Database(database), currency);
        String runId = bank.approved("1.00");
        Bank.file(runId).then().statusCode(200);
        Pain002 report = Pain002.of(runId)
                .in(currency)
                .rejected(bank.endToEndId(runId, refused), "AC04", bank.amount(runId, refused))
                .group("ACSC");
        Bank.report(report.xml()).then().statusCode(200);
        Pain002 back = Pain002.of(runId)
                .in(currency)
                .rejected(bank.endToEndId(runId, paid), "MD07", bank.amount(runId, paid));
        Bank.report(back.xml()).then().statusCode(200);
        Bank.cancel(bank.approved("1.00")).then().statusCode(200);
        bank.approved("1.00");
    }

    @Test
    void has_every_kind_of_entry() {
        assertThat(journal("csv").lines().skip(1).map(line -> line.split(",")[3]))
                .contains(
                        "distribution",
                        "release",
                        "taking-back",
                        "reservation",
                        "payment",
                        "return");
    }

    private static void write(CommonsLog log, List<String> people, String currency) {
        String commonsId = UUID.randomUUID().toString();
        String workId = UUID.randomUUID().toString();
        write(log, "CommonsFounded", commonsId, "\"charter\": " + CHARTER);
        write(
                log,
                "ContributionPublished",
                commonsId,
                WORK.formatted(workId, people.get(0), people.get(1)));
        for (int i = 0; i < 2; i++) {
            String revenueId = UUID.randomUUID().toString();
            write(
                    log,
                    "RevenueDeclared",
                    commonsId,
                    REVENUE.formatted(revenueId, currency, workId));
            write(log, "RevenueReceived", commonsId, RECEIPT.formatted(revenueId, currency));
            if (i == 1) {
                write(log, "RevenueVoided", commonsId, VOIDING.formatted(revenueId));
            }
        }
    }

    private static void write(CommonsLog log, String type, String commonsId, String fields) {
        String data = "{\"commonsId\": \"" + commonsId + "\", " + fields + "}";
        log.write(
                "org.commonfold." + type + ".v1",
                UUID.randomUUID().toString(),
                commonsId,
                data.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void is_a_chain_that_anyone_can_follow() throws IOException {
        Map<String, JsonNode> last = new HashMap<>();
        for (String line : journal("ndjson").lines().toList()) {
            JsonNode entry = JSON.readTree(line);
            int hashAt = line.lastIndexOf(",\"hash\":");
            String hashed = line.substring(0, hashAt) + "}";
            assertThat(hashed).isEqualTo(new JsonCanonicalizer(hashed).getEncodedString());
            assertThat(entry.get("hash").asText()).isEqualTo(sha256(hashed));

            JsonNode before = last.put(entry.get("commonsId").asText(), entry);
            assertThat(entry.get("sequence").asLong())
                    .isEqualTo(before == null ? 1 : before.get("sequence").asLong() + 1);
            assertThat(entry.get("previous").asText())
                    .isEqualTo(before == null ? NO_HASH : before.get("hash").asText());
        }
        assertThat(last).isNotEmpty();
    }

    @Test
    void shows_what_was_altered_behind_our_back() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(brokenLinks(statement)).isZero();
            statement.execute("set local session_replication_role = replica");
            statement.execute("update posting set micros = -micros where entry_id = ("
                    + "select entry_id from entry order by number limit 1)");

            assertThat(brokenLinks(statement)).isOne();
            connection.rollback();
        }
    }

    private static long brokenLinks(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select count(*) from chain
                  join entry on entry.entry_id = chain.entry_id
                  left join chain before on before.commons_id = chain.commons_id
                                        and before.sequence = chain.sequence - 1
                 where chain.hash <> sha256(convert_to(canonical_entry(
                     entry, chain.sequence,
                     coalesce(before.hash, decode(repeat('00', 32), 'hex'))), 'UTF8'))""")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void adds_up_to_the_balances() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        journal("csv").lines().skip(1).forEach(line -> {
            String[] fields = line.split(",");
            sums.merge(fields[8] + " " + fields[10], new BigDecimal(fields[9]), BigDecimal::add);
        });
        assertAgreesWithBalances(sums);
    }

    @Test
    void adds_up_to_the_balances_for_hledger() throws Exception {
        assumeTrue(isInstalled("hledger"), "hledger is not installed: apt-get install hledger");
        Path file = file("hledger", "journal");

        String csv = run("hledger", "-f", file.toString(), "bal", "--flat", "-N", "-O", "csv");

        Map<String, BigDecimal> sums = new TreeMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] fields = line.replace("\"", "").split(",", 2);
            for (String amount : fields[1].split(",")) {
                String[] parts = amount.strip().split(" ");
                sums.put(fields[0] + " " + parts[0], new BigDecimal(parts[1]));
            }
        });
        assertAgreesWithBalances(sums);
    }

    @Test
    void adds_up_to_the_balances_for_beancount() throws Exception {
        assumeTrue(
                isInstalled("bean-check") && isInstalled("bean-query"),
                "Beancount is not installed: apt-get install beancount");
        Path file = file("beancount", "beancount");

        assertThat(run("bean-check", file.toString())).isEmpty();
        String csv = run(
                "bean-query",
                "-f",
                "csv",
                file.toString(),
                "select account, currency, sum(number) as sum group by account, currency");

        Map<String, BigDecimal> sums = new TreeMap<>();
        csv.lines().skip(1).forEach(line -> {
            String[] fields = line.split(",");
            String account = ourName(fields[0].strip());
            sums.put(account + " " + fields[1].strip(), new BigDecimal(fields[2].strip()));
        });
        assertAgreesWithBalances(sums);
    }

    /** {@code Liabilities:Contributor:C-ada-dl:Accrued} is {@code contributor:ada.l:accrued}. */
    private static String ourName(String beancount) {
        String[] parts = beancount.split(":");
        if (parts.length == 3) {
            return "bank:" + parts[2];
        }
        String id = parts[2].substring(2)
                .replace("--", "\n")
                .replace("-d", ".")
                .replace("-u", "_")
                .replace("-c", ":")
                .replace("\n", "-");
        return String.join(":", parts[1].toLowerCase(), id, parts[3].toLowerCase());
    }

    @Test
    void is_for_a_treasurer_and_in_known_formats_only() {
        given().get("/v1/ledger/journal").then().statusCode(401);
        given().auth()
                .oauth2(token("ada", "contributor", "operator"))
                .get("/v1/ledger/journal")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(token("tess", "treasurer"))
                .get("/v1/ledger/journal?format=xls")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    /** What people have is a credit; all accounts of a currency add up to nothing. */
    private static void assertAgreesWithBalances(Map<String, BigDecimal> sums) {
        Map<String, BigDecimal> people = new TreeMap<>();
        Map<String, BigDecimal> totals = new TreeMap<>();
        sums.forEach((account, sum) -> {
            totals.merge(account.split(" ")[1], sum, BigDecimal::add);
            if (account.startsWith("contributor:") || account.startsWith("treasury:")) {
                people.put(account, sum.negate());
            }
        });
        people.values().removeIf(sum -> sum.signum() == 0);
        assertThat(totals.values()).allMatch(sum -> sum.signum() == 0);
        assertThat(people)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(balances());
    }

    private static Map<String, BigDecimal> balances() {
        Map<String, BigDecimal> balances = new TreeMap<>();
        String rows = given().auth()
                .oauth2(token("tess", "treasurer"))
                .get("/v1/ledger/balances")
                .asString();
        rows.lines().map(JournalLongIT::parse).forEach(row -> {
            for (String kind : KINDS) {
                BigDecimal value = new BigDecimal(row.get(kind).asText());
                if (value.signum() != 0) {
                    String account = row.get("owner").asText() + ":" + kind;
                    balances.put(account + " " + row.get("currency").asText(), value);
                }
            }
        });
        return balances;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException bad) {
            throw new IllegalStateException(bad);
        }
    }

    private static String journal(String format) {
        return given().auth()
                .oauth2(token("tess", "treasurer"))
                .get("/v1/ledger/journal?format=" + format)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(MEDIA_TYPES.get(format)))
                .extract()
                .asString();
    }

    private Path file(String format, String ending) throws IOException {
        return Files.writeString(folder.resolve("ledger." + ending), journal(format));
    }

    private static boolean isInstalled(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    private static String sha256(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
