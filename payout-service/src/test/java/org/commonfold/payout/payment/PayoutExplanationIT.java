package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.payment.Bank.as;
import static org.commonfold.payout.payment.Bank.cancel;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.report;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.Laboratory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** Of somebody who earned in three commons. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("The explanation of an entry of a payout")
class PayoutExplanationIT {

    private static final String ENTRIES = """
            select entry_id::text from entry join payout using (payout_id)
             where run_id = '%s' and kind = '%s' order by entry.commons_id""";

    private static final String AVAILABLE = """
            select available::text from balance
             where owner = 'contributor:%s' order by commons_id""";

    @Inject
    DataSource source;

    private Database database;
    private String ada;
    private String runId;
    private List<Long> available;

    @BeforeEach
    void an_approved_run() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        ada = "ada-" + Bank.commons();
        Bank.account(ada, Bank.IBAN).then().statusCode(200);
        for (String earned : List.of("10.000001", "4.013", "20.00")) {
            earns(earned);
        }
        available = database.texts(AVAILABLE.formatted(ada)).stream()
                .map(Long::parseLong)
                .toList();
        runId = new Bank(database, "EUR").approved("10.00");
    }

    private void earns(String amount) {
        Laboratory lab = Laboratory.founded(source);
        String work = lab.published(ada);
        lab.rated("rex", work, 5).rated("rita", work, 4);
        String revenue = lab.declared(amount);
        lab.received(revenue, amount).written().entry(revenue, "release");
    }

    private List<String> entries(String kind) {
        return database.texts(ENTRIES.formatted(runId, kind));
    }

    private ValidatableResponse explained(String entryId) {
        return as(ada, "contributor")
                .accept("application/json")
                .get("/v1/entries/" + entryId + "/explanation")
                .then()
                .statusCode(200)
                .body("payout.runId", equalTo(runId))
                .body("payout.availableMicros", equalTo(Long.toString(sum())))
                .body("payout.working", equalTo("floor(%d / 10000) · 10000".formatted(sum())))
                .body("payout.micros", equalTo(Long.toString(paid())))
                .body("payout.draws.working", equalTo(workings()));
    }

    private long sum() {
        return available.stream().mapToLong(Long::longValue).sum();
    }

    private long paid() {
        return sum() / 10_000 * 10_000;
    }

    /** Each commons gives what it has or what is missing, in the order of their ids. */
    private List<String> workings() {
        List<String> workings = new ArrayList<>();
        long missing = paid();
        for (long one : available) {
            workings.add("min(%d, %d)".formatted(one, missing));
            missing -= Math.min(one, missing);
        }
        assertThat(missing).isZero();
        return workings;
    }

    @Test
    void is_the_same_for_each_commons_that_it_draws_on() {
        List<String> reservations = entries("reservation");

        assertThat(reservations).hasSize(3);
        reservations.forEach(entry -> explained(entry).body("payout.reason", nullValue()));
        String text = as(ada, "contributor")
                .accept("text/plain")
                .get("/v1/entries/" + reservations.get(2) + "/explanation")
                .asString();
        assertThat(text).contains(workings()).contains("together: " + paid());
    }

    @Test
    void stands_when_it_was_paid_and_says_why_it_came_back() {
        file(runId).then().statusCode(200);
        report(Pain002.of(runId).group("ACSC").xml()).then().statusCode(200);
        assertThat(entries("payment")).hasSize(3).allSatisfy(this::explained);

        report(Pain002.of(runId).group("RJCT").xml()).then().statusCode(200);
        assertThat(entries("return")).hasSize(3);
        entries("return")
                .forEach(entry -> explained(entry).body("payout.reason", equalTo("bank-rejected")));
    }

    @Test
    void says_that_its_run_was_cancelled() {
        cancel(runId).then().statusCode(200);

        assertThat(entries("return")).hasSize(3);
        entries("return")
                .forEach(entry -> explained(entry).body("payout.reason", equalTo("cancelled")));
    }

    @Test
    void is_for_its_owner_and_treasurers() {
        String path = "/v1/entries/" + entries("reservation").get(0) + "/explanation";
        as("tess", "treasurer").get(path).then().statusCode(200);
        as("eve", "contributor").get(path).then().statusCode(404);
    }
}
