package org.commonfold.payout.restore;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.OwnBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.payout.Laboratory;
import org.commonfold.payout.payment.Bank;
import org.commonfold.payout.payment.Pain002;
import org.commonfold.payout.payment.PaymentFileIT;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

@QuarkusTest
@TestProfile(RestoreLongIT.Lost.class)
@DisplayName("A ledger that was lost")
class RestoreLongIT {

    /** Has its log to itself, and an account to pay from. */
    public static final class Lost extends OwnBroker.Alone {
        @Override
        public Map<String, String> getConfigOverrides() {
            return new PaymentFileIT.WithDebtor().getConfigOverrides();
        }
    }

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CHAINS = """
            select commons_id || ' ' || sequence || ' ' || entry_id || ' ' || encode(hash, 'hex')
              from chain order by commons_id, sequence""";
    private static final String BALANCES = """
            select concat_ws(' ', commons_id, owner, currency, accrued, available, reserved, paid,
                             debit)
              from balance order by commons_id, owner, currency""";
    private static final String TOLD = """
            select event_id || ' ' || encode(data, 'hex') from event
             where topic = 'payout.log' and stream_id like 'commons.log/%' order by 1""";
    private static final String UNSENT = "select count(*) from event where sent_at is null";
    private static final String RUNS = """
            select concat_ws(' ', run_id, currency, minimum_micros, execution_date, prepared_by,
                             prepared_at, approved_by, approved_at, state = 'cancelled')
              from payout_run where approved_by is not null order by run_id""";
    private static final String PAYOUTS = """
            select concat_ws(' ', payout_id, run_id, contributor_id, micros, state, reason)
              from payout where state not in ('prepared', 'left-out') order by payout_id""";
    private static final String DRAWS = """
            select concat_ws(' ', payout_id, commons_id, micros) from payout_draw order by 1""";

    @Inject
    DataSource source;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Database database;
    private Bank bank;

    /** Payouts come between entries of the log, at the end, and two at a time. */
    @Test
    void is_the_same_again_entry_by_entry_payouts_included() throws IOException {
        database = new Database(source);
        bank = new Bank(database, "EUR");
        Bank.account("ada", Bank.IBAN).then().statusCode(200);
        Bank.account("bob", Bank.IBAN).then().statusCode(200);
        for (int commons = 0; commons < 3; commons++) {
            Laboratory lab = Laboratory.founded(source).at(servers);
            String work = lab.published("ada", "bob", "cy");
            lab.rated("rex", work, 5).rated("rita", work, 4);
            String revenue = lab.declared("100.01");
            lab.received(revenue, "50.00").written().entry(revenue, "release");
            Bank.cancel(bank.approved("1.00")).then().statusCode(200);
            adaIsPaidAndBobsBankRefuses(bank.approved("1.00"));
            String another = lab.declared("33.33");
            lab.received(another, "33.33").written().entry(another, "release");
        }
        String reserved = bank.approved("1.00");
        await().atMost(PATIENCE).until(() -> database.number(UNSENT) == 0);

        List<String> chains = database.texts(CHAINS);
        TestDatabase anew = TestDatabase.create();
        int port = EmbeddedBroker.freePort();
        try (ServiceProcess restored = ServiceProcess.startOn(
                servers,
                anew,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + EmbeddedBroker.freePort(),
                "-Dmp.messaging.incoming.log.group.id=restored")) {
            await().atMost(PATIENCE)
                    .until(() -> restored.isAlive() && anew.texts(CHAINS).size() == chains.size());
            assertThat(chains).hasSizeGreaterThan(20);
            for (String what : List.of(CHAINS, BALANCES, TOLD, RUNS, PAYOUTS, DRAWS)) {
                assertThat(anew.texts(what)).isNotEmpty().isEqualTo(database.texts(what));
            }
            assertThat(anew.number("select count(*) from payout_to_restore")).isZero();
            goesOnWith(reserved, port, anew);
        }
    }

    private void adaIsPaidAndBobsBankRefuses(String runId) {
        Bank.file(runId).then().statusCode(200);
        String report = Pain002.of(runId)
                .line(bank.endToEndId(runId, "ada"), "ACSC", bank.amount(runId, "ada"))
                .rejected(bank.endToEndId(runId, "bob"), "AC04", bank.amount(runId, "bob"))
                .xml();
        Bank.report(report).then().statusCode(200);
    }

    /** Whose file a bank may have: it is not written again, and the bank's report is taken. */
    private void goesOnWith(String runId, int port, TestDatabase anew) {
        at(port).get("/v1/payout-runs/" + runId)
                .then()
                .statusCode(200)
                .body("state", is("restored"));
        at(port).get("/v1/payout-runs/" + runId + "/pain.001")
                .then()
                .statusCode(409)
                .body("type", is("/problems/file-lost"));
        at(port).post("/v1/payout-runs/" + runId + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", is("/problems/file-fetched"));
        String report = Pain002.of(runId)
                .line(bank.endToEndId(runId, "ada"), "ACSC", bank.amount(runId, "ada"))
                .xml();
        at(port).contentType("application/xml")
                .body(report)
                .post("/v1/payout-statuses")
                .then()
                .statusCode(200)
                .body("paid", is(1));
        anew.execute("""
            insert into payout_to_restore (entry_id, commons_id, sequence, payout_id, kind,
                                           currency, owner, debited, credited, micros,
                                           booked_at_millis)
            select gen_random_uuid(), commons_id, 1, payout_id, 'PAYMENT', 'EUR', '', '', '', 1, 0
              from payout_draw\
            """);
        String settlement = "/v1/payout-runs/" + runId + "/settlement";
        say("tess", settlement, port).statusCode(200);
        say("theo", settlement, port)
                .statusCode(409)
                .body("type", is("/problems/ledger-is-restored"));
        anew.execute("delete from payout_to_restore");
        say("theo", settlement, port).statusCode(200);

        String entry = anew.texts("select entry_id::text from entry where kind = 'payment'"
                        + " order by booked_at desc limit 1")
                .get(0);
        at(port).get("/v1/entries/" + entry + "/explanation").then().statusCode(200);
        assertThat(anew.number("select count(*) from payout where state = 'reserved'"))
                .isZero();
        assertThat(anew.number("select sum(reserved) from balance")).isZero();
    }

    private static RequestSpecification at(int port) {
        return as("tess", port);
    }

    private static RequestSpecification as(String treasurer, int port) {
        return given().port(port).auth().oauth2(token(treasurer, "treasurer"));
    }

    private static ValidatableResponse say(String treasurer, String settlement, int port) {
        return as(treasurer, port)
                .contentType("application/json")
                .body("{\"outcome\": \"returned\"}")
                .post(settlement)
                .then();
    }
}
