package org.commonfold.payout.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.payout.payment.Bank.approve;
import static org.commonfold.payout.payment.Bank.cancel;
import static org.commonfold.payout.payment.Bank.file;
import static org.commonfold.payout.payment.Bank.tess;
import static org.commonfold.payout.payment.Bank.theo;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("A payout run, on the day after its execution date,")
class DayAfterIT {

    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    DataSource source;

    private Bank bank;

    @BeforeEach
    void a_person_with_money() {
        Database database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        bank = new Bank(database, "EUR");
        bank.personWith(25_000_000);
    }

    @AfterEach
    void today() {
        MovableClock.move(Duration.ZERO);
    }

    private static void assertTooLate(Response response) {
        response.then().statusCode(409).body("type", equalTo("/problems/execution-date-passed"));
    }

    @Test
    void is_not_approved_any_more() {
        String runId = bank.prepared("10.00");
        MovableClock.move(DAY);
        assertTooLate(approve(theo(), runId));
    }

    @Test
    void is_not_fetched_for_the_first_time_and_can_be_cancelled() {
        String runId = bank.approved("10.00");
        MovableClock.move(DAY);
        assertTooLate(file(runId));
        cancel(runId).then().statusCode(200);
    }

    @Test
    void has_the_file_that_was_fetched_before() {
        String runId = bank.approved("10.00");
        byte[] first = file(runId).asByteArray();
        MovableClock.move(DAY);
        assertThat(Arrays.equals(file(runId).asByteArray(), first)).isTrue();
    }

    @Test
    void is_the_answer_to_its_repeated_request() {
        String body = Bank.terms("EUR", "1.00", LocalDate.now(ZoneOffset.UTC));
        String key = Bank.commons();
        String runId = prepare(key, body).then().statusCode(201).extract().path("runId");
        // Within the 24 hours that a first answer is kept.
        MovableClock.move(DAY.minusMinutes(1));
        prepare(key, body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("runId", equalTo(runId));
        prepare(Bank.commons(), body)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-execution-date"));
    }

    private static Response prepare(String key, String body) {
        return tess().header("Idempotency-Key", key).body(body).post("/v1/payout-runs");
    }
}
