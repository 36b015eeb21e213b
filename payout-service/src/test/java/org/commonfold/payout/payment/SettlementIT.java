package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonfold.payout.payment.Bank.as;
import static org.commonfold.payout.payment.Bank.atOnce;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.payments;
import static org.commonfold.payout.payment.Bank.read;
import static org.commonfold.payout.payment.Bank.report;
import static org.commonfold.payout.payment.Bank.tess;
import static org.commonfold.payout.payment.Bank.theo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("A run that no bank speaks of")
class SettlementIT {

    @Inject
    DataSource source;

    private Database database;
    private Bank bank;
    private String ada;
    private String runId;

    @BeforeEach
    void a_file_that_never_reached_a_bank() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        bank = new Bank(database, "EUR");
        ada = bank.personWith(12_340_000);
        runId = bank.approved("10.00");
        file(runId).then().statusCode(200);
    }

    private Response say(RequestSpecification treasurer, String outcome) {
        return treasurer
                .body("{\"outcome\": \"" + outcome + "\"}")
                .post("/v1/payout-runs/" + runId + "/settlement");
    }

    @Test
    void is_returned_when_two_treasurers_say_so() {
        say(tess(), "returned")
                .then()
                .statusCode(200)
                .body("settlement.outcome", equalTo("returned"))
                .body("settlement.proposedBy", equalTo("tess"))
                .body("settlement.agreedBy", nullValue());
        say(tess(), "returned").then().statusCode(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("0 12340000 0");

        say(theo(), "returned").then().statusCode(200).body("settlement.agreedBy", equalTo("theo"));
        say(theo(), "returned").then().statusCode(200);

        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
        payments(runId).then().body("items.reason", hasItem("treasurers-agreed"));
        report(Pain002.of(runId).group("ACSC").xml()).then().statusCode(422);
        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
    }

    @Test
    void is_paid_when_two_treasurers_say_so() {
        say(theo(), "paid").then().statusCode(200);
        say(tess(), "paid").then().statusCode(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("0 0 12340000");
        say(tess(), "returned")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-reserved"));
        report(Pain002.of(runId).group("RJCT").xml()).then().statusCode(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
    }

    @Test
    void stays_reserved_while_they_say_different_things() {
        say(tess(), "paid").then().statusCode(200);
        say(theo(), "returned").then().statusCode(200);
        say(theo(), "paid").then().statusCode(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("0 12340000 0");
        read(runId).then().body("settlement.proposedBy", equalTo("theo"));
    }

    @Test
    void is_settled_once_by_two_who_agree_at_once() {
        say(tess(), "returned").then().statusCode(200);
        List<Integer> statuses = atOnce(
                () -> say(theo(), "returned").statusCode(),
                () -> say(as("tom", "treasurer"), "returned").statusCode());
        assertThat(statuses).containsExactly(200, 200);
        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
    }

    /** Whoever comes second finds that nothing is reserved; a bank may take back what was paid. */
    @Test
    void is_settled_or_reported_when_both_happen_at_once() {
        say(tess(), "paid").then().statusCode(200);
        List<Integer> statuses = atOnce(
                () -> say(theo(), "paid").statusCode(),
                () -> report(Pain002.of(runId).group("ACSC").xml()).statusCode());

        assertThat(statuses.get(0)).isIn(200, 409);
        assertThat(statuses.get(1)).isEqualTo(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("0 0 12340000");
    }

    @Test
    void is_kept_from_a_single_treasurer_by_the_database_too() {
        say(tess(), "returned").then().statusCode(200);
        String agree = "update payout_run set settlement_agreed_by = '%s',"
                + " settlement_agreed_at = now() %s where run_id = '" + runId + "'";
        assertThatThrownBy(() -> database.execute(agree.formatted("tess", "")))
                .hasMessageContaining("payout_run_settlement_four_eyes");
        assertThatThrownBy(() -> database.execute(
                        agree.formatted("tess", ", settlement_proposed_by = 'eve'")))
                .hasMessageContaining("does not change");
        assertThatThrownBy(() ->
                        database.execute(agree.formatted("theo", ", settlement_outcome = 'paid'")))
                .hasMessageContaining("does not change");
    }

    @Test
    void is_settled_for_what_is_still_reserved_only() {
        report(Pain002.of(runId).group("ACSC").xml()).then().statusCode(200);
        say(tess(), "returned")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nothing-reserved"));
        bank.personWith(50_000_000);
        runId = bank.approved("10.00");
        say(tess(), "returned")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/file-not-fetched"));
        say(tess(), "lost").then().statusCode(400);
    }
}
