package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The collusion report of a commons")
class CollusionReportIT {

    private String commonsId;

    /** Each of the three gives the next 24 points; Ada gives Dan, and Dan gives Ada, 2. */
    @BeforeEach
    void a_commons_of_sues_with_a_ring() {
        commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        String adas = TheLog.publish(commonsId, "ada");
        rated(TheLog.publish(commonsId, "bob"), "ada", 1, 2);
        rated(TheLog.publish(commonsId, "cid"), "bob", 1, 2);
        rated(adas, "cid", 1, 2);
        rated(TheLog.publish(commonsId, "dan"), "ada", 2, 0);
        rated(adas, "dan", 2, 0);
        rated(TheLog.publish(commonsId, "eve"), "fay", 5, 2);
        TheLog.awaitRead(commonsId);
    }

    private void rated(String work, String rater, int quality, int usefulness) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "%s",
                 "scores": {"quality": %d, "usefulness": %d}}""";
        TheLog.send(
                "PeerRated",
                commonsId,
                data.formatted(commonsId, work, rater, quality, usefulness));
    }

    private ValidatableResponse report(String query) {
        return given().auth()
                .oauth2(token("sue", "steward"))
                .get("/v1/commons/" + commonsId + "/collusion-report" + query)
                .then();
    }

    @Test
    void shows_circles_and_pairs_the_strongest_first() {
        report("")
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("count", equalTo(2))
                .body("items.kind", contains("circle", "pair"))
                .body("items.memberCount", contains(3, 2))
                .body("items.basisPoints", contains(9_729, 1_428))
                .body("items.strengthBasisPoints", contains(1_500, 128))
                .body("items[0].members.contributorId", contains("bob", "cid", "ada"))
                .body("items[0].members.givenPoints", contains(24, 24, 26))
                .body("items[0].members.givenInsidePoints", contains(24, 24, 24))
                .body("items[0].members.receivedPoints", contains(24, 24, 26))
                .body("items[0].members.receivedInsidePoints", contains(24, 24, 24))
                .body("items[1].members.contributorId", contains("dan", "ada"))
                .body("items[1].members.givenBasisPoints", contains(10_000, 769))
                .body("items[1].members.receivedBasisPoints", contains(10_000, 769))
                .body(
                        "items[1].explanation",
                        containsString("100.00 % of the 2 points that dan gave went to ada"));
    }

    @Test
    void looks_closer_above_some_share() {
        report("?minBasisPoints=9000")
                .body("items.kind", contains("circle"))
                .body("items[0].members.contributorId", contains("bob", "cid", "ada"));
        report("?minBasisPoints=10000").body("items", empty());
    }

    @Test
    void is_no_longer_than_asked_for() {
        report("?limit=1").body("items", hasSize(1)).body("count", equalTo(2));
    }

    @Test
    void forgets_what_was_retracted() {
        String retracted = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "cid"}""";
        String adas = given().auth()
                .oauth2(token("zoe", "contributor"))
                .get("/v1/commons/" + commonsId + "/review-queue")
                .path("items.contributionId.last()");
        TheLog.send("RatingRetracted", commonsId, retracted.formatted(commonsId, adas));
        TheLog.awaitRead(commonsId);

        report("").body("items.kind", contains("pair"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "minBasisPoints=-1", "minBasisPoints=10001"})
    void has_limits(String query) {
        report("?" + query).statusCode(400).body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void is_for_the_stewards_of_that_very_commons() {
        String report = "/v1/commons/" + commonsId + "/collusion-report";
        given().get(report).then().statusCode(401);
        given().auth().oauth2(token("sue", "contributor")).get(report).then().statusCode(403);
        for (String other : List.of("sam", "ada")) {
            given().auth()
                    .oauth2(token(other, "steward"))
                    .get(report)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/not-a-steward"));
        }
        given().auth()
                .oauth2(token("sue", "steward"))
                .get("/v1/commons/" + TheLog.newId() + "/collusion-report")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
    }
}
