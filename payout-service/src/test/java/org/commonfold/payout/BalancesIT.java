package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.expiredToken;
import static org.commonfold.kit.testing.TestTokens.foreignToken;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Balances")
class BalancesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LEDGER = "/v1/ledger/balances";
    private static final String CHARTER = """
            {"criteria": [{"name": "quality", "weight": 1, "min": 1, "points": [1]}],
             "quorum": 1, "referencePoints": 13, "priorPerMille": 500, "levellingRatings": 5,
             "pairCapBasisPoints": 1000, "pairAllowanceRatings": 10, "treasuryBasisPoints": 500}""";
    private static final String WORK = """
            "contributionId": "%s", "authors": [{"contributorId": "%s", "share": 1}]""";
    private static final String REVENUE = """
            "revenueId": "%s", "partnerId": "p", "amount": {"value": "100.00", "currency": "EUR"},
            "usage": [{"contributionId": "%s", "weight": 1}]""";
    private static final String RECEIPT = """
            "revenueId": "%s", "amount": {"value": "33.33", "currency": "EUR"}""";

    private static String ada;

    @Inject
    DataSource database;

    /** Ada's work earns 100.00 EUR, of which 33.33 arrive; the treasury keeps five per cent. */
    @BeforeEach
    void a_revenue_for_adas_work() {
        if (ada != null) {
            return;
        }
        ada = "ada-" + UUID.randomUUID();
        String commonsId = UUID.randomUUID().toString();
        String workId = UUID.randomUUID().toString();
        String revenueId = UUID.randomUUID().toString();
        try (CommonsLog log = CommonsLog.connect()) {
            write(log, "CommonsFounded", commonsId, "\"charter\": " + CHARTER);
            write(log, "ContributionPublished", commonsId, WORK.formatted(workId, ada));
            write(log, "RevenueDeclared", commonsId, REVENUE.formatted(revenueId, workId));
            write(log, "RevenueReceived", commonsId, RECEIPT.formatted(revenueId));
        }
        await().atMost(PATIENCE)
                .until(() -> of("tess", "treasurer", ada).asString().contains("31.663500"));
    }

    private static void write(CommonsLog log, String type, String commonsId, String fields) {
        String data = "{\"commonsId\": \"" + commonsId + "\", " + fields + "}";
        log.write(
                "org.commonfold." + type + ".v1",
                UUID.randomUUID().toString(),
                commonsId,
                data.getBytes(StandardCharsets.UTF_8));
    }

    private static Response of(String who, String role, String contributorId) {
        return given().auth()
                .oauth2(token(who, role))
                .get("/v1/contributors/" + contributorId + "/balances");
    }

    @Test
    void are_for_oneself_and_for_a_treasurer() {
        for (Response response : new Response[] {
            of(ada, "contributor", "me"), of(ada, "contributor", ada), of("tess", "treasurer", ada)
        }) {
            response.then()
                    .statusCode(200)
                    .body("contributorId", equalTo(ada))
                    .body("balances", hasSize(1))
                    .body("balances[0].currency", equalTo("EUR"))
                    .body("balances[0].accrued", equalTo("63.336500"))
                    .body("balances[0].available", equalTo("31.663500"))
                    .body("balances[0].reserved", equalTo("0.000000"))
                    .body("balances[0].paid", equalTo("0.000000"));
        }
    }

    @Test
    void of_somebody_without_any_are_none() {
        of("bob", "contributor", "me").then().statusCode(200).body("balances", hasSize(0));
    }

    @Test
    void are_not_for_others() {
        assertProblem(of("bob", "contributor", ada), 403, "forbidden");
        assertProblem(of(ada, "partner", "me"), 403, "forbidden");
        assertProblem(
                given().auth().oauth2(token(ada, "contributor")).get(LEDGER), 403, "forbidden");
        assertProblem(given().auth().oauth2(token("op", "operator")).get(LEDGER), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {LEDGER, "/v1/contributors/me/balances"})
    void need_a_token_that_holds(String path) {
        assertProblem(given().get(path), 401, "unauthorized");
        for (String none : new String[] {
            "x.y.z",
            expiredToken("tess", "treasurer", "contributor"),
            foreignToken("tess", "treasurer", "contributor")
        }) {
            assertProblem(given().auth().oauth2(none).get(path), 401, "unauthorized");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "%00", "%C3%A4"})
    void are_of_no_id_that_is_none(String id) {
        String path = "/v1/contributors/" + id.replace(" ", "%20") + "/balances";
        Response response = given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token("tess", "treasurer"))
                .get(path);
        assertProblem(response, 400, "invalid-request");
    }

    private static void assertProblem(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }

    @Test
    void rest_on_entries_that_nobody_can_change() throws SQLException {
        for (String change : new String[] {
            "update posting set micros = micros + 1",
            "delete from posting",
            "update entry set currency = 'USD'",
            "delete from entry",
            "truncate posting",
        }) {
            assertThat(refusal(change)).contains("append-only");
        }
        String unbalanced = """
                insert into posting
                select commons_id, entry_id, 99, 'contributor:eve', 'available', -1 from entry""";
        assertThat(refusal(unbalanced)).contains("does not balance");
        String ofNoEntry = """
                insert into posting
                select commons_id, '0198c5a0-0000-7000-8000-000000000000', row_number() over (),
                       owner, kind, micros
                  from posting""";
        assertThat(refusal(ofNoEntry)).contains("belongs to no entry");
        assertThat(sumOfAllPostings()).isZero();
    }

    private String refusal(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "not refused: " + sql;
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }

    private long sumOfAllPostings() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sum(micros) from posting")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
