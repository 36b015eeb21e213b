package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonfold.payout.payment.Bank.approve;
import static org.commonfold.payout.payment.Bank.as;
import static org.commonfold.payout.payment.Bank.atOnce;
import static org.commonfold.payout.payment.Bank.cancel;
import static org.commonfold.payout.payment.Bank.payments;
import static org.commonfold.payout.payment.Bank.read;
import static org.commonfold.payout.payment.Bank.tess;
import static org.commonfold.payout.payment.Bank.theo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.EventWriters;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A payout run")
class PayoutRunIT {

    private static final String ENTRIES = """
            select e.kind || ' ' || owner || ' ' || p.kind || ' ' || micros from entry e
              join posting p using (commons_id, entry_id)
             where payout_id in (select payout_id from payout where run_id = '%s')
             order by 1""";

    private static final String EVENTS =
            "select convert_from(data, 'UTF8') from event where stream_id = 'payout-run/%s'";

    @Inject
    DataSource source;

    private Database database;
    private Bank bank;

    /** Nobody has anything left from the test before. */
    @BeforeEach
    void a_bank() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        bank = new Bank(database, "EUR");
    }

    @Test
    void pays_whole_cents_and_leaves_the_rest() {
        String ada = bank.personWith(12_345_678);

        String runId = bank.approved("10.00");

        assertThat(bank.balanceOf(ada)).isEqualTo("5678 12340000 0");
        payments(runId)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].contributorId", equalTo(ada))
                .body("items[0].amount", equalTo("12.34"))
                .body("items[0].iban", equalTo("DE89…3000"))
                .body("items[0].state", equalTo("reserved"));
    }

    @Test
    void moves_nothing_while_it_is_prepared() {
        String ada = bank.personWith(12_345_678);

        String runId = bank.prepared("10.00");

        assertThat(bank.balanceOf(ada)).isEqualTo("12345678 0 0");
        read(runId)
                .then()
                .body("state", equalTo("prepared"))
                .body("preparedBy", equalTo("tess"))
                .body("totals", hasSize(1))
                .body("totals[0].payments", equalTo(1))
                .body("totals[0].amount", equalTo("12.34"));
        tess().get("/v1/payout-runs?limit=200").then().body("items.runId", hasItem(runId));
    }

    @Test
    void pays_nobody_below_the_minimum_nor_without_an_account() {
        String poor = bank.personWith(9_999_999);
        bank.fund("nobody-" + poor, Bank.commons(), 50_000_000);
        bank.prepare("10.00")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/nobody-to-pay"));

        String exact = bank.personWith(10_000_000);
        payments(bank.prepared("10.00"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].contributorId", equalTo(exact));
    }

    @Test
    void pays_all_that_gathered_while_there_was_no_account() {
        String ada = "p-" + Bank.commons();
        bank.fund(ada, Bank.commons(), 6_000_000);
        bank.fund(ada, Bank.commons(), 5_000_000);
        bank.prepare("10.00").then().statusCode(422);
        assertThat(bank.balanceOf(ada)).isEqualTo("11000000 0 0");

        Bank.account(ada, Bank.IBAN).then().statusCode(200);
        bank.approved("10.00");
        assertThat(bank.balanceOf(ada)).isEqualTo("0 11000000 0");
    }

    @Test
    void draws_on_each_commons_in_order_with_one_entry_each() {
        String ada = bank.personWith(1);
        bank.fund(ada, "00000000-aaaa", 7_000_000);
        bank.fund(ada, "00000000-bbbb", 7_000_000);

        String runId = bank.approved("10.00");

        String owner = " contributor:" + ada;
        assertThat(database.texts(ENTRIES.formatted(runId)))
                .containsExactly(
                        "reservation" + owner + " available 7000000",
                        "reservation" + owner + " available 7000000",
                        "reservation" + owner + " reserved -7000000",
                        "reservation" + owner + " reserved -7000000");
        assertThat(bank.balanceOf(ada)).isEqualTo("1 14000000 0");
    }

    @Test
    void is_approved_by_another_treasurer_only() {
        bank.personWith(12_345_678);
        String runId = bank.prepared("10.00");

        approve(tess(), runId)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/same-treasurer"));
        approve(theo(), runId).then().statusCode(200).body("approvedBy", equalTo("theo"));
        approve(theo(), runId).then().statusCode(200);
        approve(as("tom", "treasurer"), runId)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/run-approved"));
    }

    @Test
    void is_kept_from_a_single_treasurer_by_the_database_too() {
        bank.personWith(12_345_678);
        String runId = bank.prepared("10.00");
        String approve = """
                update payout_run set state = 'approved', approved_at = now(), approved_by = '%s'
                 where run_id = '%s'""";
        assertThatThrownBy(() -> database.execute(approve.formatted("tess", runId)))
                .hasMessageContaining("payout_run_four_eyes");
        String become = "update payout_run set prepared_by = 'eve' where run_id = '%s'";
        assertThatThrownBy(() -> database.execute(become.formatted(runId)))
                .hasMessageContaining("does not change");
    }

    @Test
    void leaves_out_whom_another_run_paid_or_who_moved_to_another_account() {
        String ada = bank.personWith(12_000_000);
        String bob = bank.personWith(12_000_000);
        String cy = bank.personWith(12_000_000);
        String first = bank.prepared("10.00");
        String second = bank.prepared("10.00");
        Bank.account(bob, Bank.OTHER_IBAN).then().statusCode(200);
        approve(theo(), first).then().statusCode(200);

        assertThat(bank.balanceOf(ada)).isEqualTo("0 12000000 0");
        assertThat(bank.balanceOf(bob)).isEqualTo("12000000 0 0");
        assertThat(bank.balanceOf(cy)).isEqualTo("0 12000000 0");
        approve(theo(), second)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/nobody-to-pay"));
        read(second).then().body("state", equalTo("prepared"));
        payments(first).then().body("items.reason", hasItem("account-changed"));
    }

    @Test
    void that_is_cancelled_leaves_everything_as_it_was() {
        String ada = bank.personWith(12_345_678);
        String prepared = bank.prepared("10.00");
        cancel(prepared).then().statusCode(200).body("state", equalTo("cancelled"));
        approve(theo(), prepared)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/run-cancelled"));

        String approved = bank.approved("10.00");
        assertThat(bank.balanceOf(ada)).isEqualTo("5678 12340000 0");
        cancel(approved).then().statusCode(200);
        cancel(approved).then().statusCode(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("12345678 0 0");
    }

    @Test
    void approved_by_two_at_once_reserves_once() {
        for (int i = 0; i < 10; i++) {
            String ada = bank.personWith(25_000_000);
            String runId = bank.prepared("10.00");

            List<Integer> statuses = atOnce(
                    () -> approve(theo(), runId).statusCode(),
                    () -> approve(as("tom", "treasurer"), runId).statusCode());

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
            assertThat(bank.balanceOf(ada)).isEqualTo("0 25000000 0");
        }
    }

    @Test
    void approved_while_it_is_cancelled_is_cancelled_in_the_end_or_never_approved() {
        for (int i = 0; i < 10; i++) {
            String ada = bank.personWith(25_000_000);
            String runId = bank.prepared("10.00");

            List<Integer> statuses = atOnce(
                    () -> approve(theo(), runId).statusCode(),
                    () -> cancel(runId).statusCode());

            assertThat(statuses.get(0)).isIn(200, 409);
            assertThat(statuses.get(1)).isEqualTo(200);
            assertThat(bank.balanceOf(ada)).isEqualTo("25000000 0 0");
            read(runId).then().body("state", equalTo("cancelled"));
            database.execute("update balance set available = 0 where currency = 'EUR'");
        }
    }

    @Test
    void two_of_which_pay_the_same_people_pay_them_once() {
        for (int i = 0; i < 5; i++) {
            List<String> people =
                    Stream.generate(() -> bank.personWith(25_000_000)).limit(5).toList();
            String one = bank.prepared("10.00");
            String two = bank.prepared("10.00");

            List<Integer> statuses = atOnce(
                    () -> approve(theo(), one).statusCode(),
                    () -> approve(theo(), two).statusCode());

            assertThat(statuses).containsExactlyInAnyOrder(200, 422);
            people.forEach(who -> assertThat(bank.balanceOf(who)).isEqualTo("0 25000000 0"));
        }
    }

    @Test
    void tells_payout_log_in_the_transaction_of_its_entries() {
        String ada = bank.personWith(25_000_000);
        String rows = """
                select distinct xmin::text from (
                    select e.xmin from entry e join payout p using (payout_id)
                     where run_id = '%1$s'
                    union all select xmin from payout where run_id = '%1$s'
                    union all select xmin from balance where owner = 'contributor:%2$s'
                    union all select xmin from payout_run where run_id = '%1$s') as rows""";
        String runId;
        try (EventWriters writers = new EventWriters(database)) {
            runId = bank.approved("10.00");
            assertThat(database.texts(rows.formatted(runId, ada)))
                    .containsExactly(writers.of("payout-run/" + runId, 1));
        }
        assertThat(database.texts(EVENTS.formatted(runId)))
                .singleElement()
                .asString()
                .contains("\"contributorId\":\"" + ada + "\"", "\"value\":\"25.000000\"")
                .doesNotContain("DE89");
    }

    @Test
    void prepared_twice_under_one_key_is_one() {
        bank.personWith(25_000_000);
        String body = Bank.terms("EUR", "1.00", LocalDate.now(ZoneOffset.UTC));
        String key = Bank.commons();
        String first = tess().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/payout-runs")
                .then()
                .statusCode(201)
                .extract()
                .path("runId");
        tess().header("Idempotency-Key", key)
                .body(body)
                .post("/v1/payout-runs")
                .then()
                .header("Idempotency-Replayed", "true")
                .body("runId", equalTo(first));
        tess().get("/v1/payout-runs/" + Bank.commons()).then().statusCode(404);
        read(first).then().body("runId", not(equalTo("")));
    }

    @ParameterizedTest
    @CsvSource({
        "XAU, 1.00, 2999-01-01, unknown-currency",
        "EUR, 0.00, 2999-01-01, invalid-minimum",
        "EUR, 0.001, 2999-01-01, invalid-minimum",
        "JPY, 1.50, 2999-01-01, invalid-minimum",
        "EUR, 1.00, 2999-01-01, invalid-execution-date",
        "EUR, 1.00, 2020-01-01, invalid-execution-date",
    })
    void is_refused_on_terms_that_no_bank_takes(
            String currency, String minimum, String date, String problem) {
        tess().body(Bank.terms(currency, minimum, date))
                .post("/v1/payout-runs")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/" + problem));
    }
}
