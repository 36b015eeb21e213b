package org.commonfold.payout.replay;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.OwnBroker;
import org.commonfold.payout.Laboratory;
import org.commonfold.payout.payment.Bank;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@TestProfile(ReplayLongIT.Replayed.class)
@DisplayName("A replay of the ledger")
class ReplayLongIT {

    /** Has its log to itself. */
    public static final class Replayed extends OwnBroker.Alone {}

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String ORPHAN = """
            insert into replay (replay_id, state, started_by, started_at)
            values ('%s', 'running', 'olga', now())""";

    private static Laboratory lab;
    private static String revenue;

    @Inject
    DataSource source;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Database database;

    /** Declared, received in part, paid out to ada, and half of it voided. */
    @BeforeEach
    void of_a_ledger_that_has_every_kind_of_entry() {
        database = new Database(source);
        if (lab != null) {
            return;
        }
        Bank.account("ada", Bank.IBAN).then().statusCode(200);
        lab = Laboratory.founded(source).at(servers);
        String work = lab.published("ada", "bob");
        lab.rated("rex", work, 5).rated("rita", work, 4);
        revenue = lab.declared("100.00");
        lab.received(revenue, "50.00").written().entry(revenue, "release");
        Bank bank = new Bank(database, "EUR");
        Bank.cancel(bank.approved("1.00"));
        bank.approved("1.00");
        lab.received(revenue, "10.00");
        lab.declared("33.33");
        lab.written();
        await().atMost(PATIENCE).until(() -> database.number("select count(*) from chain") == 7);
    }

    @Test
    void finds_the_ledger_equal_to_the_log() {
        JsonPath replay = replayed();

        assertThat(replay.getString("failure")).isNull();
        assertThat(replay.getString("state")).isEqualTo("equal");
        assertThat(replay.getLong("entries")).isEqualTo(4);
        assertThat(replay.getLong("payoutEntries")).isEqualTo(3);
        assertThat(replay.getLong("balances")).isGreaterThan(3);
        assertThat(replay.getLong("records")).isEqualTo(replay.getLong("recordsInAll"));
        assertThat(replay.getList("firstDifferences")).isEmpty();
    }

    /** As somebody could who has the database to himself. Undone after each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "altered-entry | update posting set micros = micros + 1 where line = 1 and"
                        + " entry_id = (select entry_id from entry where kind = 'release' limit 1)",
                "altered-entry | update entry set booked_at = booked_at - interval '1 s' where"
                        + " kind = 'distribution'",
                "altered-entry | update posting set owner = 'contributor:eve' where"
                        + " owner = 'contributor:bob'",
                "altered-entry | update posting set micros = 2 * micros where entry_id in"
                        + " (select entry_id from entry where kind = 'reservation')",
                "balance | update balance set available = available + 1 where owner ="
                        + " 'contributor:bob'",
                "balance | delete from balance where owner = 'contributor:bob'",
                "missing-entry | delete from entry where kind = 'release'",
                "missing-entry | delete from entry where kind = 'return'",
                "extra-entry | update entry set log_offset = 0 where kind = 'release'",
                "chain-head | delete from chain where sequence = 6",
                "chain-head | update chain_head set sequence = 8",
                "order | update chain set sequence = 100 - sequence",
                "beyond-checkpoint | update entry set log_offset = 4711 where kind = 'release'",
                "entry | update chain set hash = sha256(hash) where sequence = 6",
                "extra-entry | update entry set payout_id = entry_id, log_partition = null,"
                        + " log_offset = null, revenue_id = null where kind = 'distribution'",
            })
    void finds(String what, String fault) throws SQLException {
        List<String> tables = List.of("entry", "posting", "chain", "chain_head", "balance");
        tables.forEach(table ->
                database.execute("create table kept_%1$s as select * from %1$s".formatted(table)));
        try {
            asSuperuser(fault);

            JsonPath replay = replayed();

            assertThat(replay.getString("state")).isEqualTo("different");
            assertThat(replay.getList("firstDifferences.what", String.class)).contains(what);
        } finally {
            for (String table : tables) {
                asSuperuser("delete from " + table);
                asSuperuser("insert into %1$s overriding system value select * from kept_%1$s"
                        .formatted(table));
                asSuperuser("drop table kept_" + table);
            }
        }
        finds_the_ledger_equal_to_the_log();
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica");
            statement.execute(sql);
            connection.commit();
        }
    }

    @Test
    void is_the_only_one_that_runs() throws SQLException {
        try (Connection another = source.getConnection();
                Statement statement = another.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x7265706c6179L + ")");

            start().then().statusCode(409).body("type", equalTo("/problems/replay-running"));
            statement.execute("select pg_advisory_unlock_all()");
        }
        finds_the_ledger_equal_to_the_log();
    }

    @Test
    void is_started_once_for_a_key() {
        String key = UUID.randomUUID().toString();
        Response first = olga().header("Idempotency-Key", key).post("/v1/ledger/replays");
        String id = first.then()
                .statusCode(201)
                .body("state", equalTo("running"))
                .extract()
                .path("replayId");

        first.then().header("Location", endsWith("/v1/ledger/replays/" + id));
        olga().header("Idempotency-Key", key)
                .post("/v1/ledger/replays")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("replayId", equalTo(id));
        ended(id);
    }

    @Test
    void has_failed_when_its_process_is_gone() {
        String id = UUID.randomUUID().toString();
        database.execute(ORPHAN.formatted(id));

        olga().get("/v1/ledger/replays/" + id).then().body("state", equalTo("failed"));
    }

    @Test
    void is_for_operators() {
        given().post("/v1/ledger/replays").then().statusCode(401);
        given().auth()
                .oauth2(token("tess", "treasurer"))
                .post("/v1/ledger/replays")
                .then()
                .statusCode(403);
        olga().get("/v1/ledger/replays/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static RequestSpecification olga() {
        return given().auth().oauth2(token("olga", "operator"));
    }

    private static Response start() {
        return olga().post("/v1/ledger/replays");
    }

    /** When the last one has let go, a moment after it has ended. */
    private static JsonPath replayed() {
        Response started = await().atMost(PATIENCE)
                .until(ReplayLongIT::start, response -> response.statusCode() == 201);
        return ended(started.path("replayId"));
    }

    private static JsonPath ended(String id) {
        return await().atMost(PATIENCE)
                .until(
                        () -> olga().get("/v1/ledger/replays/" + id).jsonPath(),
                        replay -> !"running".equals(replay.getString("state")));
    }
}
