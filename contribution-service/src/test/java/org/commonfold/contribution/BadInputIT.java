package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.expiredToken;
import static org.commonfold.kit.testing.TestTokens.foreignToken;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

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
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Bad input gets a clear problem and changes nothing:")
class BadInputIT {

    private static String commonsId;
    private static String otherCommonsId;
    private static String workId;

    @Inject
    DataSource database;

    private long before;

    @BeforeEach
    void a_commons_with_a_work_of_adas() throws SQLException {
        if (commonsId == null) {
            commonsId = Lab.foundedBy("sue");
            otherCommonsId = Lab.foundedBy("sue");
            workId = Lab.publishedByAda(commonsId);
        }
        before = rows();
    }

    @AfterEach
    void nothing_has_changed() throws SQLException {
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() throws SQLException {
        String sql = """
                select (select count(*) from commons) + (select count(*) from contribution)
                     + (select count(*) from event) + (select count(*) from idempotency_key)
                     + (select count(*) from contribution where withdrawn_at is not null)""";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
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
                "{\"name\": |malformed-json|",
                "nonsense|malformed-json|",
                "{\"name\": \"a\"} {}|invalid-request|",
                "{\"name\": \"a\", \"name\": \"b\"}|malformed-json|",
                "[]|invalid-request|''",
                "null|invalid-request|''",
                "{}|invalid-request|",
                "{\"colour\": 1}|invalid-request|/colour",
                "{\"name\": 5}|invalid-request|/name",
                "{\"name\": \"\", \"charter\": {\"criteria\": [#]}}|invalid-request|",
                "{\"name\": \" \", \"charter\": {\"criteria\": [#]}}|invalid-request|/name",
                "{\"name\": \"\\u0000\", \"charter\": {\"criteria\": [#]}}|invalid-request|/name",
                "{\"name\": \"a\"}|invalid-request|/charter",
                "{\"name\": \"a\", \"charter\": []}|invalid-request|/charter",
                "{\"name\": \"a\", \"charter\": {}}|invalid-request|/charter/criteria",
                "{\"name\": \"a\", \"charter\": {\"criteria\": []}}|invalid-request|",
            })
    void a_commons_that_is_none(String body, String type, String pointer) {
        String criterion = "{\"name\": \"a\", \"weight\": 1, \"min\": 1, \"points\": [1]}";
        Response response = Lab.found("ada", body.replace("#", criterion));

        assertProblem(response, 400, type);
        if (pointer != null) {
            response.then().body("errors[0].pointer", equalTo(pointer));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "quorum, 0",
        "quorum, 101",
        "referencePoints, 0",
        "referencePoints, 100000001",
        "priorPerMille, -1",
        "priorPerMille, 100001",
        "levellingRatings, -1",
        "levellingRatings, 1001",
        "pairCapBasisPoints, 0",
        "pairCapBasisPoints, 10001",
        "pairAllowanceRatings, -1",
        "pairAllowanceRatings, 1001",
        "treasuryBasisPoints, -1",
        "treasuryBasisPoints, 10001",
        "raters, \"nobody\"",
        "quorum, 2.0",
        "quorum, \"2\"",
        "quorum, 9999999999",
        "quorum, true",
        "raters, 1",
    })
    void a_charter_out_of_its_ranges(String field, String value) {
        String charter = "\"charter\": {\"%s\": %s, ".formatted(field, value);
        Response response = Lab.found("ada", Lab.COMMONS.replace("\"charter\": {", charter));

        assertProblem(response, 400, "invalid-request");
        response.then().body("errors[0].pointer", equalTo("/charter/" + field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"weight\": 2|\"weight\": 0", "\"weight\": 2|\"weight\": 101",
                "\"min\": 1|\"min\": -101", "\"min\": 1|\"min\": 101",
                "\"min\": 1|\"min\": null", "[0, 1, 2, 3, 5]|[]",
                "[0, 1, 2, 3, 5]|[-1]", "[0, 1, 2, 3, 5]|[1000001]",
                "[0, 1, 2, 3, 5]|[1, null]", "\"quality\"|\"\"",
            })
    void a_criterion_out_of_its_ranges(String fine, String bad) {
        assertProblem(Lab.found("ada", Lab.COMMONS.replace(fine, bad)), 400, "invalid-request");
    }

    @Test
    void points_that_fall_and_criteria_of_one_name() {
        String falling = Lab.COMMONS.replace("[0, 1, 2, 3, 5]", "[0, 1, 0]");
        assertProblem(Lab.found("ada", falling), 422, "unsound-charter");
        String criterion = "{\"name\": \"quality\", \"weight\": 1, \"min\": 1, \"points\": [1]},";
        String twice = Lab.COMMONS.replace("[\n", "[\n" + criterion);
        assertProblem(Lab.found("ada", twice), 422, "unsound-charter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Rotor\"|\"\"|400|invalid-request|/title",
                "\"Rotor\"|null|400|invalid-request|/title",
                "\"design\"|\"De Sign\"|400|invalid-request|/kind",
                "\"CC0-1.0\"|\"CC 0\"|400|invalid-request|/licence",
                "\"https://example.org/rotor\"|\"rotor\"|400|invalid-request|/contentUri",
                "sha256:|md5:|400|invalid-request|/contentDigest",
                "[{\"contributorId\": \"ada\", \"share\": 1}]|[]|400|invalid-request|/authors",
                "\"share\": 1|\"share\": 0|400|invalid-request|/authors/0/share",
                "\"share\": 1|\"share\": 1000001|400|invalid-request|/authors/0/share",
                "\"share\": 1|\"share\": 1.0|400|invalid-request|/authors/0/share",
                "\"ada\"|\"a d a\"|400|invalid-request|/authors/0/contributorId",
                "\"ada\"|\"bob\"|403|not-an-author|",
                "\"title\"|\"version\": 2, \"title\"|400|invalid-request|/version",
            })
    void a_work_that_is_none(String fine, String bad, int status, String type, String pointer) {
        Response response = Lab.publish("ada", commonsId, Lab.work().replace(fine, bad));

        assertProblem(response, status, type);
        if (pointer != null) {
            response.then().body("errors[0].pointer", equalTo(pointer));
        }
    }

    @Test
    void an_author_named_twice() {
        String twice = """
                [{"contributorId": "ada", "share": 1}, {"contributorId": "ada", "share": 2}]""";
        Response response = Lab.publish("ada", commonsId, Lab.work(twice, "[]"));
        assertProblem(response, 422, "author-twice");
    }

    @ParameterizedTest
    @CsvSource({"0, 400, invalid-request", "10001, 400, invalid-request"})
    void a_derivation_out_of_its_range(int basisPoints, int status, String type) {
        assertProblem(derive(commonsId, derivation(workId, basisPoints)), status, type);
    }

    @Test
    void derivations_from_the_future_from_elsewhere_twice_and_of_too_much() {
        String unknown = derivation(UUID.randomUUID().toString(), 1);
        assertProblem(derive(commonsId, unknown), 422, "upstream-unknown");
        String known = derivation(workId, 1);
        assertProblem(derive(otherCommonsId, known), 422, "upstream-in-another-commons");
        assertProblem(derive(commonsId, known + "," + known), 422, "upstream-twice");
        String half = derivation(workId, 5_000) + ",";
        String more = derivation(UUID.randomUUID().toString(), 5_001);
        assertProblem(derive(commonsId, half + more), 422, "too-many-basis-points");
    }

    private static Response derive(String commonsId, String derivations) {
        String authors = "[{\"contributorId\": \"ada\", \"share\": 1}]";
        return Lab.publish("ada", commonsId, Lab.work(authors, "[" + derivations + "]"));
    }

    private static String derivation(String id, int basisPoints) {
        return "{\"contributionId\": \"%s\", \"basisPoints\": %d}".formatted(id, basisPoints);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/contentDigest",
                "{\"title\": \"\", #}|/title",
                "{\"kind\": \"text\", #}|/kind",
                "{\"contentUri\": \"rotor\", \"contentDigest\": \"sha256:0\"}|/contentDigest",
            })
    void a_revision_that_is_none(String body, String pointer) {
        String content = Lab.CONTENT.formatted("1".repeat(64));
        Response response = Lab.as(token("ada", "contributor"))
                .header("If-Match", "\"1\"")
                .body(body.replace("#", content))
                .post("/v1/contributions/" + workId + "/revisions");

        assertProblem(response, 400, "invalid-request");
        response.then().body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "\"2", "\"1\";\"2\""})
    void a_precondition_that_is_none(String ifMatch) {
        assertProblem(Lab.revise("ada", workId, ifMatch, "1"), 400, "invalid-request");
    }

    @Test
    void what_is_not_here() {
        String unknown = UUID.randomUUID().toString();
        assertProblem(Lab.publish("ada", unknown, Lab.work()), 404, "not-found");
        assertProblem(Lab.withdraw(token("ada", "contributor"), unknown), 404, "not-found");
        assertProblem(given().get("/v1/commons/" + unknown), 404, "not-found");
        assertProblem(given().get("/v1/commons/" + unknown + "/contributions"), 404, "not-found");
        assertProblem(given().get("/v1/contributions/" + unknown), 404, "not-found");
        assertProblem(given().get("/v1/contributions/nonsense"), 404, "not-found");
        assertProblem(given().get("/v1/nonsense"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "cursor=!", "cursor=bm9uc2Vuc2U"})
    void a_page_that_is_none(String query) {
        assertProblem(given().get("/v1/commons?" + query), 400, "invalid-request");
    }

    @Test
    void a_body_that_is_too_large_or_of_another_type() {
        String large = Lab.COMMONS.replace("Open lab", "x".repeat(65_537));
        assertProblem(Lab.found("ada", large), 413, "body-too-large");
        Response text = given().auth()
                .oauth2(token("ada", "steward"))
                .contentType(ContentType.TEXT)
                .body(Lab.COMMONS)
                .post("/v1/commons");
        assertProblem(text, 415, "unsupported-media-type");
        assertProblem(given().delete("/v1/commons"), 405, "method-not-allowed");
    }

    @Test
    void a_key_that_is_none() {
        Response response = Lab.as(token("ada", "steward"))
                .header("Idempotency-Key", "x".repeat(256))
                .body(Lab.COMMONS)
                .post("/v1/commons");
        assertProblem(response, 400, "invalid-request");
    }

    @Test
    void a_token_that_is_none() {
        for (String none : new String[] {
            "x.y.z",
            expiredToken("ada", "steward"),
            foreignToken("ada", "steward"),
            token("a d a", "steward"),
        }) {
            Response response = Lab.as(none).body(Lab.COMMONS).post("/v1/commons");
            assertProblem(response, 401, "unauthorized");
        }
        Response without =
                given().contentType(ContentType.JSON).body(Lab.COMMONS).post("/v1/commons");
        assertProblem(without, 401, "unauthorized");
    }

    @Test
    void a_role_that_may_not() {
        Response found = Lab.as(token("ada", "contributor")).body(Lab.COMMONS).post("/v1/commons");
        assertProblem(found, 403, "forbidden");
        Response published = Lab.as(token("ada", "treasurer"))
                .body(Lab.work())
                .post("/v1/commons/" + commonsId + "/contributions");
        assertProblem(published, 403, "forbidden");
        assertProblem(Lab.withdraw(token("ada", "partner"), workId), 403, "forbidden");
    }
}
