package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.payout.payment.Bank;
import org.commonfold.payout.payment.Pain002;
import org.commonfold.payout.payment.PaymentFileIT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(PaymentFileIT.WithDebtor.class)
@DisplayName("A statement")
class StatementIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String JSON = "application/json";

    private static String ada;
    private static String release;

    @Inject
    DataSource source;

    /** Ada earns 95.00 EUR, of which 31.6635 arrive; 31.66 are paid to her. */
    @BeforeEach
    void a_person_who_was_paid() {
        if (ada != null) {
            return;
        }
        Database database = new Database(source);
        database.execute("update balance set available = 0 where currency = 'EUR'");
        String person = "ada-" + UUID.randomUUID();
        Bank.account(person, Bank.IBAN).then().statusCode(200);
        Laboratory lab = Laboratory.founded(source);
        String work = lab.published(person);
        lab.rated("rita", work, 4).rated("ruth", work, 4);
        String revenue = lab.declared("100.00");
        release = lab.received(revenue, "33.33").written().entry(revenue, "release");
        Bank bank = new Bank(database, "EUR");
        String runId = bank.approved("10.00");
        Bank.file(runId).then().statusCode(200);
        String payment = bank.endToEndId(runId, person);
        Bank.report(Pain002.of(runId).line(payment, "ACSC", "31.66").xml())
                .then()
                .statusCode(200);
        await().atMost(PATIENCE)
                .until(() -> database.number("select count(*) from posting where owner ="
                                + " 'contributor:" + person + "'")
                        == 7);
        ada = person;
    }

    private static Response of(String who, String role, String path, String accept) {
        return given().auth()
                .oauth2(token(who, role))
                .accept(accept)
                .get("/v1/contributors/" + path);
    }

    private static Response mine(String query, String accept) {
        return of(ada, "contributor", "me/statement" + query, accept);
    }

    private static String days(LocalDate from, LocalDate to) {
        return "?from=" + from + "&to=" + to;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** Yesterday is in it, so that midnight may pass meanwhile. */
    private static String lately() {
        return days(today().minusDays(1), today());
    }

    @Test
    void tells_what_was_earned_and_paid_line_by_line() {
        mine(lately(), JSON)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("contributorId", equalTo(ada))
                .body("to", equalTo(today().toString()))
                .body("ended", equalTo(false))
                .body("currencies.currency", contains("EUR"))
                .body("currencies[0].opening.accrued", equalTo("0.000000"))
                .body(
                        "currencies[0].movements.kind",
                        contains("distribution", "release", "reservation", "payment"))
                .body("currencies[0].movements[0].change.accrued", equalTo("95.000000"))
                .body("currencies[0].movements[1].change.accrued", equalTo("-31.663500"))
                .body("currencies[0].movements[1].change.available", equalTo("31.663500"))
                .body("currencies[0].movements[2].change.available", equalTo("-31.660000"))
                .body("currencies[0].movements[3].change.paid", equalTo("31.660000"))
                .body("currencies[0].movements[3].revenueId", nullValue())
                .body("currencies[0].movements[3].explanation", endsWith("/explanation"))
                .body("currencies[0].closing.accrued", equalTo("63.336500"))
                .body("currencies[0].closing.available", equalTo("0.003500"))
                .body("currencies[0].closing.reserved", equalTo("0.000000"))
                .body("currencies[0].closing.paid", equalTo("31.660000"));
    }

    @Test
    void closes_with_the_balances() {
        JsonPath balances = of(ada, "contributor", "me/balances", JSON).jsonPath();
        JsonPath statement = mine(lately(), JSON).jsonPath();
        for (String one : List.of("accrued", "available", "reserved", "paid")) {
            assertThat(statement.getString("currencies[0].closing." + one))
                    .isEqualTo(balances.getString("balances[0]." + one));
        }
    }

    private static Response explanation(int movement, String who, String role, String accept) {
        String path = "currencies[0].movements[" + movement + "].explanation";
        return given().auth()
                .oauth2(token(who, role))
                .accept(accept)
                .get(mine(lately(), JSON).<String>path(path));
    }

    @Test
    void leads_to_the_explanation_of_what_was_paid() {
        explanation(2, ada, "contributor", JSON)
                .then()
                .statusCode(200)
                .body("kind", equalTo("reservation"))
                .body("payoutId", notNullValue())
                .body("payout.minimumMicros", equalTo("10000000"))
                .body("payout.availableMicros", equalTo("31663500"))
                .body("payout.working", equalTo("floor(31663500 / 10000) · 10000"))
                .body("payout.micros", equalTo("31660000"))
                .body("payout.draws", hasSize(1))
                .body("payout.draws[0].working", equalTo("min(31663500, 31660000)"))
                .body("payout.draws[0].micros", equalTo("31660000"));
        String text = explanation(3, ada, "contributor", "text/plain").asString();
        assertThat(text)
                .contains("THE PAYOUT")
                .contains("A bank moves whole units of 10000: floor(31663500 / 10000) · 10000 =")
                .contains("together: 31660000");
    }

    @Test
    void leads_to_what_was_paid_for_that_person_and_treasurers_alone() {
        explanation(3, "tess", "treasurer", JSON).then().statusCode(200);
        explanation(3, "bob", "contributor", JSON).then().statusCode(404);
        String entry = mine(lately(), JSON).path("currencies[0].movements[3].entryId");
        for (String who : List.of(ada, "bob")) {
            given().auth()
                    .oauth2(token(who, "contributor"))
                    .get("/v1/entries/" + entry)
                    .then()
                    .statusCode(who.equals(ada) ? 200 : 404);
        }
    }

    @Test
    void leads_to_the_explanation_of_what_a_revenue_brought() {
        String explanation = mine(lately(), JSON).path("currencies[0].movements[1].explanation");

        assertThat(explanation).isEqualTo("/v1/entries/" + release + "/explanation");
        given().auth()
                .oauth2(token(ada, "contributor"))
                .get(explanation)
                .then()
                .statusCode(200)
                .body("kind", equalTo("release"));
    }

    @Test
    void opens_as_the_one_before_it_closed() {
        mine(days(today().minusDays(30), today().minusDays(2)), JSON)
                .then()
                .statusCode(200)
                .body("ended", equalTo(true))
                .body("currencies", hasSize(0));

        JsonPath now = mine(lately(), JSON).jsonPath();
        JsonPath next =
                mine(days(today().plusDays(1), today().plusDays(30)), JSON).jsonPath();
        assertThat(next.getMap("currencies[0].opening"))
                .isEqualTo(now.getMap("currencies[0].closing"))
                .isEqualTo(next.getMap("currencies[0].closing"));
        assertThat(next.getList("currencies[0].movements")).isEmpty();
    }

    @Test
    void is_of_this_month_until_today_unless_asked_otherwise() {
        mine("", "*/*")
                .then()
                .contentType(JSON)
                .body("from", equalTo(today().withDayOfMonth(1).toString()))
                .body("to", equalTo(today().toString()));
        mine("?to=2024-02-29", JSON).then().body("from", equalTo("2024-02-01"));
    }

    @Test
    void can_be_had_for_a_spreadsheet() {
        LocalDate from = today().minusDays(1);
        LocalDate to = today();

        Response response = mine(days(from, to), "text/csv");

        response.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"statement-%s-%s-%s.csv\"".formatted(ada, from, to));
        String[] lines = response.asString().split("\r\n");
        assertThat(lines).hasSize(7).allMatch(line -> line.split(",", -1).length == 13);
        assertThat(lines[0]).startsWith("line,currency,bookedAt,entryId");
        assertThat(lines[1]).isEqualTo("opening,EUR,,,,,,,0.000000,0.000000,0.000000,0.000000,");
        assertThat(lines[3])
                .startsWith("movement,EUR,")
                .contains(",release,")
                .endsWith(",-31.663500,31.663500,0.000000,0.000000,/v1/entries/" + release
                        + "/explanation");
        assertThat(lines[6]).isEqualTo("closing,EUR,,,,,,,63.336500,0.003500,0.000000,31.660000,");
    }

    @Test
    void can_be_had_on_paper() throws IOException {
        Response response = mine(lately(), "application/pdf");

        response.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", startsWith("attachment; filename=\"statement-ada-"))
                .header("Content-Disposition", containsString(today() + ".pdf"));
        PdfReader reader = new PdfReader(response.asByteArray());
        assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                .contains(ada, "63.336500", "31.660000", "Closing balance");
    }

    @Test
    void is_for_oneself_and_for_a_treasurer() {
        String path = ada + "/statement" + lately();
        for (String accept : List.of(JSON, "text/csv", "application/pdf")) {
            of(ada, "contributor", path, accept).then().statusCode(200);
            of("tess", "treasurer", path, accept).then().statusCode(200);
            assertProblem(of("bob", "contributor", path, accept), 403, "forbidden");
            assertProblem(of(ada, "partner", path, accept), 403, "forbidden");
        }
        assertProblem(
                given().accept("application/pdf").get("/v1/contributors/" + path),
                401,
                "unauthorized");
    }

    @Test
    void of_somebody_who_has_earned_nothing_is_empty() {
        String nobody = "nobody-" + UUID.randomUUID();
        of(nobody, "contributor", "me/statement", JSON)
                .then()
                .statusCode(200)
                .body("currencies", hasSize(0));
        of(nobody, "contributor", "me/statement", "application/pdf").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "text/csv;q=0"})
    void cannot_be_had_as_anything_else(String accept) {
        assertProblem(mine("", accept), 406, "not-acceptable");
    }

    @ParameterizedTest
    @CsvSource({
        "?from=yesterday, 400, invalid-request",
        "?to=2026-1-1, 400, invalid-request",
        "?to=+999999-01-01, 400, invalid-request",
        "?from=, 400, invalid-request",
        "?from=2026-02-30&to=2026-03-01, 422, invalid-period",
        "?from=2026-02-02&to=2026-02-01, 422, invalid-period",
        "?from=2025-01-01&to=2026-01-02, 422, invalid-period",
        "?from=9999-12-31&to=9999-12-31, 200, ",
        "?from=1000-01-01&to=1000-01-01, 200, ",
        "?from=2024-01-01&to=2024-12-31, 200, ",
    })
    void is_of_a_period_of_days_and_not_too_long(String query, int status, String type) {
        Response response = mine(query, JSON);
        response.then().statusCode(status);
        if (type != null) {
            assertProblem(response, status, type);
        }
    }

    private static void assertProblem(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }
}
