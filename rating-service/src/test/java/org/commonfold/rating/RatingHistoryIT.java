package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The history of a rating")
class RatingHistoryIT {

    private static final String OPINION = """
            {"scores": {"quality": 4, "usefulness": 2}, "confidence": 5, "comment": "Sturdy"}""";

    @Inject
    DataSource source;

    private String work;

    /** Sue is the commons' steward. Bob says something, says it otherwise, revises and retracts. */
    @BeforeEach
    void bob_changes_his_mind() {
        String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        work = TheLog.publish(commonsId, "ada");
        TheLog.awaitRead(commonsId);
        rate(OPINION);
        rate(OPINION.replace("Sturdy", "Brittle"));
        rate(OPINION.replace("4", "3"));
        as("bob", "contributor").delete(ratings() + "/mine").then().statusCode(204);
    }

    private void rate(String opinion) {
        as("bob", "contributor")
                .contentType(ContentType.JSON)
                .body(opinion)
                .put(ratings() + "/mine")
                .then()
                .statusCode(oneOf(200, 201));
    }

    private static RequestSpecification as(String who, String... roles) {
        return given().auth().oauth2(token(who, roles));
    }

    private String ratings() {
        return "/v1/contributions/" + work + "/ratings";
    }

    @Test
    void tells_the_rater_every_version() {
        as("bob", "contributor")
                .get(ratings() + "/mine/history")
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2, 3))
                .body("items.revision", contains(1, 1, 2))
                .body("items.comment", contains(nullValue(), nullValue(), nullValue()))
                .body("items.scores.quality", contains(4, 4, 3))
                .body("items.confidence", contains(5, 5, 5))
                .body("items.charterVersion", contains(1, 1, 1))
                .body("items[0].ratedAt", notNullValue())
                .body("items[1].retractedAt", nullValue())
                .body("items[2].retractedAt", notNullValue());
    }

    @Test
    void goes_on_after_a_retraction() {
        rate(OPINION);

        as("bob")
                .get(ratings() + "/bob/history")
                .then()
                .body("items.version", contains(1, 2, 3, 4))
                .body("items.revision", contains(1, 1, 2, 3))
                .body("items[2].retractedAt", notNullValue())
                .body("items[3].retractedAt", nullValue());
    }

    @Test
    void is_open_to_a_steward_of_that_very_commons() {
        rate(OPINION);
        String history = ratings() + "/bob/history";
        as("sue", "steward")
                .get(history)
                .then()
                .statusCode(200)
                .body("items[3].comment", equalTo("Sturdy"));
        as("sam", "steward")
                .get(history)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-the-rater"));
        as("sue", "contributor").get(history).then().statusCode(403);
        as("ada", "contributor").get(history).then().statusCode(403);
        given().get(history).then().statusCode(401);
    }

    @Test
    void is_paged_by_version() {
        String history = ratings() + "/mine/history?limit=2";
        String next = as("bob")
                .get(history)
                .then()
                .header("Link", containsString("rel=\"next\""))
                .body("items.version", contains(1, 2))
                .extract()
                .path("next");
        as("bob")
                .get(history + "&cursor=" + next)
                .then()
                .body("items.version", contains(3))
                .body("next", nullValue());
    }

    @Test
    void of_what_was_never_rated_is_not_found() {
        as("eve")
                .get(ratings() + "/mine/history")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        as("eve")
                .get("/v1/contributions/" + TheLog.newId() + "/ratings/mine/history")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a%20b/history",
                "/%00/history",
                "/mine/history?limit=0",
                "/mine/history?limit=201",
                "/mine/history?cursor=!",
            })
    void of_nobody_is_refused(String path) {
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(token("bob"))
                .get(ratings() + path)
                .then()
                .statusCode(400);
    }

    @Test
    void has_the_comment_of_each_version_until_the_rating_is_retracted() {
        rate(OPINION.replace("Sturdy", "Rusty"));
        as("bob", "contributor")
                .get(ratings() + "/mine/history")
                .then()
                .body(
                        "items.comment",
                        contains(nullValue(), nullValue(), nullValue(), equalTo("Rusty")));
    }

    @Test
    void forgets_all_comments_of_who_wants_that_and_records_it() {
        rate(OPINION.replace("Sturdy", "Rusty"));
        rate(OPINION.replace("Sturdy", "Dusty"));
        String who = "select count(*) from erasure where contributor_id = 'bob'";
        long before = new Database(source).number(who);

        erase("eve");
        as("bob", "contributor").get(ratings()).then().body("items[0].comment", equalTo("Dusty"));
        erase("bob");
        erase("bob");

        as("bob", "contributor")
                .get(ratings())
                .then()
                .body("items[0].scores.quality", equalTo(4))
                .body("items[0].comment", nullValue());
        as("bob", "contributor")
                .get(ratings() + "/mine/history")
                .then()
                .body("items", hasSize(5))
                .body("items.comment.findAll { it != null }", hasSize(0));
        assertThat(new Database(source).number(who)).isEqualTo(before + 1);
    }

    private static void erase(String who) {
        as(who, "contributor").delete("/v1/contributors/me/comments").then().statusCode(204);
    }

    @Test
    void keeps_comments_between_the_rater_and_the_stewards() {
        rate(OPINION);

        as("sue", "steward").get(ratings()).then().body("items[0].comment", equalTo("Sturdy"));
        as("bob", "contributor").get(ratings()).then().body("items[0].comment", equalTo("Sturdy"));
        as("sam", "steward").get(ratings()).then().body("items[0].comment", nullValue());
        as("sue", "contributor").get(ratings()).then().body("items[0].comment", nullValue());
    }
}
