package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Bad input about needs gets a clear problem and changes nothing:")
class NeedsBadInputIT {

    private static final String ROWS = """
            select (select count(*) from need) + (select sum(change_count) from need)
                 + (select count(*) from event) + (select count(*) from idempotency_key)""";

    private static String commonsId;
    private static String needId;
    private static String workId;

    @Inject
    DataSource source;

    private long before;

    @BeforeEach
    void a_need_and_a_work_of_adas() {
        if (commonsId == null) {
            commonsId = Lab.foundedBy("sue");
            needId = NeedsLab.openedByAda(commonsId);
            workId = Lab.publishedByAda(commonsId);
        }
        before = new Database(source).number(ROWS);
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(new Database(source).number(ROWS)).isEqualTo(before);
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
                "\"Calibrate the mount\"|\" \"|/title",
                "\"Calibrate the mount\"|null|/title",
                "\"Gently.\\nTwice.\"|\"\\u0000\"|/description",
                "\"Gently.\\nTwice.\"|\"\\ud800\"|/description",
                "\"science\"|\"Sci Ence\"|/kind",
                "[\"optics\", \"data-analysis\"]|null|/skills",
                "[\"optics\", \"data-analysis\"]|[]|/skills",
                "\"optics\"|\"\"|/skills/0",
                "\"optics\"|null|/skills/0",
                "\"optics\"|\"op,tics\"|/skills/0",
                "\"optics\"|\"1optics\"|/skills/0",
                "\"title\"|\"state\": \"closed\", \"title\"|/state",
            })
    void a_need_that_is_none(String fine, String bad, String pointer) {
        Response response = NeedsLab.open("ada", commonsId, NeedsLab.NEED.replace(fine, bad));

        assertProblem(response, 400, "invalid-request");
        response.then().body("errors[0].pointer", equalTo(pointer));
    }

    static List<String> tooMuch() {
        return List.of(
                NeedsLimits.need(301, 1, 1, 1),
                NeedsLimits.need(1, 4_001, 1, 1),
                NeedsLimits.need(1, 1, 21, 1),
                NeedsLimits.need(1, 1, 1, 41));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void one_past_a_limit(String need) {
        assertProblem(NeedsLab.open("ada", commonsId, need), 400, "invalid-request");
    }

    @Test
    void what_is_not_json_or_nothing() {
        assertProblem(NeedsLab.open("ada", commonsId, "{"), 400, "malformed-json");
        assertProblem(NeedsLab.closeAs("ada", needId, "nonsense"), 400, "invalid-request");
        Response empty = Lab.as(token("ada", "contributor"))
                .header("If-Match", "*")
                .body("{}")
                .post("/v1/needs/" + needId + "/closure");
        assertProblem(empty, 400, "invalid-request");
    }

    @Test
    void a_closure_that_names_no_version() {
        Response blind = Lab.as(token("ada", "contributor"))
                .body("{\"contributionId\": \"" + workId + "\"}")
                .post("/v1/needs/" + needId + "/closure");
        assertProblem(blind, 428, "precondition-required");
    }

    @Test
    void what_is_not_here() {
        String unknown = UUID.randomUUID().toString();
        assertProblem(NeedsLab.open("ada", unknown, NeedsLab.NEED), 404, "not-found");
        assertProblem(given().get("/v1/commons/" + unknown + "/needs"), 404, "not-found");
        assertProblem(given().get("/v1/needs/" + unknown), 404, "not-found");
        assertProblem(NeedsLab.takeUp("ada", unknown), 404, "not-found");
        assertProblem(NeedsLab.stepBack("ada", unknown), 404, "not-found");
        assertProblem(NeedsLab.stepBack("ada", needId), 404, "not-found");
        assertProblem(NeedsLab.closeAs("ada", unknown, workId), 404, "not-found");
        assertProblem(NeedsLab.closeAs("ada", needId, unknown), 422, "fulfilment-unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"skill=a%2Cb", "skill=%00", "state=shut", "limit=0", "limit=201", "cursor=!"
            })
    void a_list_that_is_none(String query) {
        String needs = "/v1/commons/" + commonsId + "/needs?" + query;
        assertProblem(given().urlEncodingEnabled(false).get(needs), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"1", "'1'"})
    void a_version_that_is_none(String ifMatch) {
        Response response = Lab.as(token("ada", "contributor"))
                .header("If-Match", ifMatch)
                .body("{\"contributionId\": \"" + workId + "\"}")
                .post("/v1/needs/" + needId + "/closure");
        assertProblem(response, 400, "invalid-request");
    }

    @Test
    void nobody_and_a_role_that_may_not() {
        String needs = "/v1/commons/" + commonsId + "/needs";
        String need = "/v1/needs/" + needId;
        String closure = "{\"contributionId\": \"" + workId + "\"}";
        var nobody = given().contentType(ContentType.JSON);
        assertProblem(nobody.body(NeedsLab.NEED).post(needs), 401, "unauthorized");
        assertProblem(nobody.body(closure).post(need + "/closure"), 401, "unauthorized");
        assertProblem(given().post(need + "/take-up"), 401, "unauthorized");
        assertProblem(given().delete(need + "/take-up"), 401, "unauthorized");

        String steward = token("sue", "steward");
        String partner = token("pat", "partner", "treasurer", "operator");
        assertProblem(Lab.as(steward).body(NeedsLab.NEED).post(needs), 403, "forbidden");
        assertProblem(Lab.as(steward).post(need + "/take-up"), 403, "forbidden");
        assertProblem(Lab.as(steward).delete(need + "/take-up"), 403, "forbidden");
        assertProblem(NeedsLab.close(partner, needId, workId), 403, "forbidden");
    }
}
