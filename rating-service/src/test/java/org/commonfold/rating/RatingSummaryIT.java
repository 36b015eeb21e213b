package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The summary of a contribution's ratings")
class RatingSummaryIT {

    private String commonsId;
    private String work;

    @BeforeEach
    void a_work_of_adas_that_anyone_may_rate() {
        commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        work = TheLog.publish(commonsId, "ada");
        TheLog.awaitRead(commonsId);
    }

    private void rate(String who, int quality, int usefulness) {
        given().auth()
                .oauth2(token(who, "contributor"))
                .contentType(ContentType.JSON)
                .body("{\"scores\": {\"quality\": %d, \"usefulness\": %d}}"
                        .formatted(quality, usefulness))
                .put("/v1/contributions/" + work + "/ratings/mine")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse summary() {
        return given().get("/v1/contributions/" + work + "/rating-summary").then();
    }

    private void awaitCount(int count) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> summary().extract().<Integer>path("count") == count);
    }

    @Test
    void is_for_everybody() {
        summary()
                .statusCode(200)
                .body("contributionId", equalTo(work))
                .body("commonsId", equalTo(commonsId))
                .body("count", equalTo(0))
                .body("quorum", equalTo(2))
                .body("quorumReached", equalTo(false))
                .body("criteria", empty())
                .body("disagreement", equalTo(false));
    }

    @Test
    void follows_the_log() {
        rate("bob", 4, 2);
        rate("eve", 5, 1);
        awaitCount(2);

        summary()
                .body("quorumReached", equalTo(true))
                .body("criteria.name", contains("quality", "usefulness"))
                .body("criteria.count", contains(2, 2))
                .body("criteria.mean", contains(4.5f, 1.5f))
                .body("criteria.spread", contains(0.5f, 0.5f));
        given().auth()
                .oauth2(token("eve", "contributor"))
                .delete("/v1/contributions/" + work + "/ratings/mine")
                .then()
                .statusCode(204);
        awaitCount(1);
        summary().body("quorumReached", equalTo(false)).body("criteria.mean", contains(4f, 2f));
    }

    /** Levels 2·1 and 2·4 + 3·8 points, in millions: over four times their mean they are not. */
    @Test
    void tells_of_disagreement() {
        rate("bob", 2, 0);
        rate("eve", 2, 0);
        awaitCount(2);
        summary().body("disagreement", equalTo(false));

        rate("dan", 5, 2);
        awaitCount(3);
        summary().body("disagreement", equalTo(true));
    }

    @Test
    void leaves_out_who_has_become_an_author() {
        rate("bob", 4, 2);
        awaitCount(1);
        TheLog.reapportion(commonsId, work, "ada", "bob");
        awaitCount(0);
    }

    @Test
    void reads_what_was_rated_elsewhere_by_the_charter_it_names() {
        TheLog.amend(commonsId, TheLog.charter("anyone", 4));
        String rated = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "%s",
                 "scores": {"quality": 5, "usefulness": 0}, "charterVersion": %s}""";
        TheLog.send("PeerRated", commonsId, rated.formatted(commonsId, work, "fay", "1"));
        TheLog.send("PeerRated", commonsId, rated.formatted(commonsId, work, "gus", "2"));
        TheLog.send("PeerRated", commonsId, rated.formatted(commonsId, work, "hal", "null"));
        TheLog.awaitRead(commonsId);

        summary().body("count", equalTo(1)).body("criteria[0].mean", equalTo(5f));
    }

    @Test
    void of_a_contribution_not_read_yet_is_not_found() {
        given().get("/v1/contributions/" + TheLog.newId() + "/rating-summary")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
    }
}
