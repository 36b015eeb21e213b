package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.payments;
import static org.commonfold.payout.payment.Bank.report;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("A bank's report")
class PayoutStatusIT {

    private static final String EVENTS = """
            select convert_from(data, 'UTF8') from event
             where stream_id = 'payout-run/%s' order by version""";

    @Inject
    DataSource source;

    private Database database;
    private Bank bank;
    private String ada;
    private String bob;
    private String runId;

    /** Ada is to get 12.34 and bob 99.99, and the bank has the file. */
    @BeforeEach
    void a_file_at_the_bank() {
        database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        bank = new Bank(database, "EUR");
        ada = bank.personWith(12_340_000);
        bob = bank.personWith(99_990_000);
        runId = bank.approved("10.00");
        file(runId).then().statusCode(200);
    }

    private String endToEndId(String who) {
        return bank.endToEndId(runId, who);
    }

    private Pain002 pain002() {
        return Pain002.of(runId);
    }

    private void assertReserved() {
        assertThat(bank.balanceOf(ada)).isEqualTo("0 12340000 0");
        assertThat(bank.balanceOf(bob)).isEqualTo("0 99990000 0");
    }

    @Test
    void makes_payments_paid_or_returned() {
        String xml = pain002()
                .totals(2, "112.33")
                .line(endToEndId(ada), "ACSC", "12.34")
                .rejected(endToEndId(bob), "AC04", "99.99")
                .xml();

        report(xml)
                .then()
                .statusCode(200)
                .body("runId", equalTo(runId))
                .body("paid", equalTo(1))
                .body("returned", equalTo(1))
                .body("unchanged", equalTo(0));

        assertThat(bank.balanceOf(ada)).isEqualTo("0 0 12340000");
        assertThat(bank.balanceOf(bob)).isEqualTo("99990000 0 0");
        payments(runId).then().body("items.reason", hasItem("AC04"));
        assertThat(database.texts(EVENTS.formatted(runId)))
                .hasSize(4)
                .anyMatch(event -> event.contains("\"bankReason\":\"AC04\""))
                .noneMatch(event -> event.contains("closed"));
    }

    @Test
    void read_twice_changes_nothing() {
        String xml = pain002().line(endToEndId(ada), "ACSC", "12.34").xml();
        report(xml).then().statusCode(200).body("paid", equalTo(1));
        String back = pain002().rejected(endToEndId(ada), "AC04", "12.34").xml();
        report(back).then().statusCode(200).body("returned", equalTo(1));
        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");

        report(xml)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("paid", equalTo(1));

        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
    }

    @Test
    void of_the_same_name_with_other_content_is_refused() {
        report(pain002().named("BANK-1" + runId.substring(24)).group("ACTC").xml())
                .then()
                .statusCode(200);
        report(pain002().named("BANK-1" + runId.substring(24)).group("RJCT").xml())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/report-reused"));
        assertReserved();
    }

    @Test
    void of_the_whole_file_speaks_for_whom_it_does_not_list() {
        report(pain002().group("RJCT").line(endToEndId(ada), "ACCC", "12.34").xml())
                .then()
                .statusCode(200);
        assertThat(bank.balanceOf(ada)).isEqualTo("0 0 12340000");
        assertThat(bank.balanceOf(bob)).isEqualTo("99990000 0 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RCVD", "PDNG", "ACTC", "ACCP", "PART"})
    void of_a_check_that_goes_on_changes_nothing(String status) {
        report(pain002().group(status).xml()).then().statusCode(200);
        assertReserved();
    }

    @Test
    void that_says_paid_of_what_was_returned_is_refused() {
        report(pain002().rejected(endToEndId(ada), "AC04", "12.34").xml())
                .then()
                .statusCode(200);
        report(pain002()
                        .line(endToEndId(ada), "ACSC", "12.34")
                        .line(endToEndId(bob), "ACSC", "99.99")
                        .xml())
                .then()
                .statusCode(422)
                .body("errors", hasSize(1));
        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
        assertThat(bank.balanceOf(bob)).isEqualTo("0 99990000 0");
    }

    @Test
    void that_is_altered_is_refused_as_a_whole() {
        String stranger = UUID.randomUUID().toString().replace("-", "");
        String good = endToEndId(bob);
        for (Pain002 altered : new Pain002[] {
            pain002().line(good, "ACSC", "99.99").line(stranger, "ACSC", "1.00"),
            pain002().line(good, "ACSC", "99.99").line(endToEndId(ada), "ACSC", "12.35"),
            pain002().line(good, "ACSC", "99.99").line(good, "ACSC", "99.99"),
            pain002().line(good, "HUGO", "99.99"),
            pain002().totals(3, "112.33").group("ACSC"),
            pain002().totals(2, "112.34").group("ACSC"),
        }) {
            report(altered.xml())
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("/problems/report-does-not-fit"))
                    .body("errors", hasSize(1));
            assertReserved();
        }
        report(Pain002.of(UUID.randomUUID().toString()).group("ACSC").xml())
                .then()
                .statusCode(404);
        report(Pain002.of("another").group("ACSC").xml()).then().statusCode(404);
    }

    @Test
    void whose_instruction_and_file_contradict_each_other_is_refused() {
        report(pain002().instruction("ACSP").group("RJCT").xml())
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/report-does-not-fit"));
        assertReserved();
    }

    @Test
    void of_a_file_that_came_back_takes_back_what_was_paid() {
        report(pain002().group("ACSP").xml()).then().statusCode(200).body("paid", equalTo(2));
        report(pain002().instruction("RJCT").group("RJCT").xml())
                .then()
                .statusCode(200)
                .body("returned", equalTo(2));
        assertThat(bank.balanceOf(ada)).isEqualTo("12340000 0 0");
    }

    @Test
    void is_kept_with_who_handed_it_in() {
        String xml =
                pain002().named("BANK-2" + runId.substring(24)).group("PDNG").xml();
        report(xml).then().statusCode(200).body("readBy", equalTo("tess"));
        assertThat(database.texts("select read_by from payout_status_report where message_id ="
                        + " 'BANK-2" + runId.substring(24) + "'"))
                .containsExactly("tess");
    }

    @Test
    void of_one_name_about_two_runs_at_once_is_taken_of_one() {
        bank.personWith(50_000_000);
        String other = bank.approved("10.00");
        file(other).then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            String name = "BANK-" + i + runId.substring(24);
            String one = pain002().named(name).group("PDNG").xml();
            String two = Pain002.of(other).named(name).group("PDNG").xml();
            var first = CompletableFuture.supplyAsync(() -> report(one).statusCode());
            var second = CompletableFuture.supplyAsync(() -> report(two).statusCode());
            assertThat(List.of(first.join(), second.join())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void about_a_file_that_nobody_fetched_is_refused() {
        bank.personWith(50_000_000);
        String other = bank.approved("10.00");
        report(Pain002.of(other).group("ACSC").xml()).then().statusCode(404);
    }

    @Test
    void taken_twice_at_once_counts_once() {
        String xml = pain002().group("ACSC").xml();
        var first = CompletableFuture.supplyAsync(() -> report(xml));
        var second = CompletableFuture.supplyAsync(() -> report(xml));
        first.join().then().statusCode(200).body("paid", equalTo(2));
        second.join().then().statusCode(200).body("paid", equalTo(2));
        assertThat(bank.balanceOf(ada)).isEqualTo("0 0 12340000");
    }
}
