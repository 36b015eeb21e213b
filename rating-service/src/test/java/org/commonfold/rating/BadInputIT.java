package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.expiredToken;
import static org.commonfold.kit.testing.TestTokens.foreignToken;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Bad input gets a clear problem and changes nothing:")
class BadInputIT {

    private static final String FINE = "{\"scores\": {\"quality\": 4, \"usefulness\": 2}}";
    private static String work;

    @Inject
    DataSource database;

    private long before;

    @BeforeEach
    void one_work_of_adas_that_anyone_may_rate() throws SQLException {
        if (work == null) {
            String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
            work = TheLog.publish(commonsId, "ada");
            TheLog.awaitRead(commonsId);
        }
        before = rows();
    }

    @AfterEach
    void nothing_has_changed() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() throws SQLException {
        String sql = "select (select count(*) from rating) + (select count(*) from event)";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Response rate(String token, String contributionId, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/contributions/" + contributionId + "/ratings/mine");
    }

    private static void assertProblem(Response response, int status, String type) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scores\": |400|malformed-json",
                "nonsense|400|malformed-json",
                "[]|400|invalid-request",
                "{}|400|invalid-request",
                "{\"scores\": null}|400|invalid-request",
                "{\"scores\": {}}|400|invalid-request",
                "{\"scores\": 4}|400|invalid-request",
                "{\"scores\": {\"quality\": null, \"usefulness\": 2}}|400|invalid-request",
                "{\"scores\": {\"quality\": 4.0, \"usefulness\": 2}}|400|invalid-request",
                "{\"scores\": {\"quality\": 4.5, \"usefulness\": 2}}|400|invalid-request",
                "{\"scores\": {\"quality\": \"4\", \"usefulness\": 2}}|400|invalid-request",
                "{\"scores\": {\"quality\": true, \"usefulness\": 2}}|400|invalid-request",
                "{\"scores\": {\"quality\": 0, \"usefulness\": 2}}|422|score-out-of-range",
                "{\"scores\": {\"quality\": 6, \"usefulness\": 2}}|422|score-out-of-range",
                "{\"scores\": {\"quality\": 4, \"usefulness\": 3}}|422|score-out-of-range",
                "{\"scores\": {\"quality\": 4, \"usefulness\": -1}}|422|score-out-of-range",
                "{\"scores\": {\"quality\": 4}}|422|not-the-criteria",
                "{\"scores\": {\"quality\": 4, \"beauty\": 2}}|422|not-the-criteria",
            })
    void scores_that_are_none(String body, int status, String type) {
        assertProblem(rate(token("bob", "contributor"), work, body), status, type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"confidence\": 0",
                "\"confidence\": 6",
                "\"confidence\": 3.0",
                "\"confidence\": \"3\"",
                "\"colour\": \"red\"",
                "\"comment\": 7",
                "\"comment\": \"\\u0000\"",
                "\"comment\": \"\\ud800\"",
            })
    void fields_that_are_none(String field) {
        String body = FINE.replace("}}", "}, " + field + "}");
        assertProblem(rate(token("bob", "contributor"), work, body), 400, "invalid-request");
    }

    @Test
    void a_comment_that_is_too_long() {
        String body = FINE.replace("}}", "}, \"comment\": \"" + "x".repeat(2_001) + "\"}");
        rate(token("bob", "contributor"), work, body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/comment"));
    }

    @Test
    void a_rating_of_ones_own_work() {
        assertProblem(rate(token("ada", "contributor"), work, FINE), 422, "self-rating");
    }

    @Test
    void a_contribution_not_read_yet() {
        String unknown = TheLog.newId();
        Response put = rate(token("bob", "contributor"), unknown, FINE);
        assertProblem(put, 404, "not-found");
        put.then().header("Retry-After", "1");
        given().auth()
                .oauth2(token("bob", "contributor"))
                .delete("/v1/contributions/" + unknown + "/ratings/mine")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
        given().auth()
                .oauth2(token("bob"))
                .get("/v1/contributions/" + unknown + "/ratings")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
    }

    @Test
    void an_id_that_is_none() {
        assertProblem(rate(token("bob", "contributor"), "nonsense", FINE), 404, "not-found");
        assertProblem(rate(token("bob", "contributor"), "%00", FINE), 404, "not-found");
    }

    @Test
    void an_if_match_that_is_none() {
        Response response = given().auth()
                .oauth2(token("bob", "contributor"))
                .header("If-Match", "one")
                .delete("/v1/contributions/" + work + "/ratings/mine");
        assertProblem(response, 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=!", "cursor=bm9uc2Vuc2U"})
    void a_page_that_is_none(String query) {
        Response response = given().auth()
                .oauth2(token("bob"))
                .get("/v1/contributions/" + work + "/ratings?" + query);
        assertProblem(response, 400, "invalid-request");
    }

    @Test
    void a_token_that_is_none() {
        assertProblem(rate(expiredToken("bob", "contributor"), work, FINE), 401, "unauthorized");
        assertProblem(rate(foreignToken("bob", "contributor"), work, FINE), 401, "unauthorized");
        assertProblem(rate("x.y.z", work, FINE), 401, "unauthorized");
        assertProblem(rate(token("b b", "contributor"), work, FINE), 401, "unauthorized");
        String ratings = "/v1/contributions/" + work + "/ratings";
        assertProblem(given().get(ratings), 401, "unauthorized");
        assertProblem(given().delete(ratings + "/mine"), 401, "unauthorized");
        assertProblem(
                given().contentType(ContentType.JSON).body(FINE).put(ratings + "/mine"),
                401,
                "unauthorized");
    }

    @Test
    void a_role_that_does_not_rate() {
        assertProblem(rate(token("bob", "partner"), work, FINE), 403, "forbidden");
        Response delete = given().auth()
                .oauth2(token("bob", "steward"))
                .delete("/v1/contributions/" + work + "/ratings/mine");
        assertProblem(delete, 403, "forbidden");
    }
}
