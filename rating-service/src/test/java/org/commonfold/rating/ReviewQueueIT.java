package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The review queue")
class ReviewQueueIT {

    private String commonsId;

    @BeforeEach
    void an_open_commons_with_a_quorum_of_two() {
        commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
    }

    private static RequestSpecification as(String who, String... roles) {
        return given().auth().oauth2(token(who, roles)).contentType(ContentType.JSON);
    }

    private String publish(String kind, String... authors) {
        String id = TheLog.newId();
        String data = TheLog.published(commonsId, id, authors).replace("\"design\"", kind);
        TheLog.send("ContributionPublished", commonsId, data);
        return id;
    }

    private void rated(String work, String rater, int quality) {
        String data = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "%s",
                 "scores": {"quality": %d, "usefulness": 0}}""";
        TheLog.send("PeerRated", commonsId, data.formatted(commonsId, work, rater, quality));
    }

    /** The last work is the one that the log was read up to. */
    private ValidatableResponse queueOf(String who) {
        TheLog.withdraw(commonsId, awaitRead());
        awaitRead();
        return get(who, "?limit=200").statusCode(200);
    }

    private String awaitRead() {
        String mark = publish("\"mark\"", "bob", "mia", "eve");
        TheLog.awaitRead(commonsId);
        return mark;
    }

    private ValidatableResponse get(String who, String query) {
        return as(who, "contributor")
                .get("/v1/commons/" + commonsId + "/review-queue" + query)
                .then();
    }

    private static String idOf(String kind) {
        return "items.findAll { it.kind == '" + kind + "' }.contributionId";
    }

    @Test
    void has_my_field_first_then_the_fewest_ratings_then_the_older_and_last_what_has_enough() {
        String enough = publish("\"code\"", "ada");
        String one = publish("\"code\"", "ada");
        String older = publish("\"text\"", "ada");
        String newer = publish("\"text\"", "ada");
        String mine = publish("\"code\"", "ada");
        publish("\"code\"", "bob");
        rated(enough, "eve", 1);
        rated(enough, "mia", 1);
        rated(one, "eve", 1);

        queueOf("bob")
                .body(
                        "items.findAll { it.title == 'Rotor' && it.kind in ['code', 'text'] }"
                                + ".contributionId",
                        contains(mine, one, older, newer, enough))
                .body("items.find { it.contributionId == '" + mine + "' }.count", equalTo(0))
                .body("items.find { it.contributionId == '" + one + "' }.quorum", equalTo(2))
                .body(
                        "items.find { it.contributionId == '" + one + "' }.reasons.code",
                        contains("below-quorum", "in-your-field"))
                .body(
                        "items.find { it.contributionId == '" + older + "' }.reasons.code",
                        contains("below-quorum"))
                .body(
                        "items.find { it.contributionId == '" + enough + "' }.reasons.code",
                        contains("another-voice", "in-your-field"));
    }

    @Test
    void takes_kinds_that_i_found_better_than_ordinary_for_my_field() {
        String splendid = publish("\"science\"", "ada");
        String poor = publish("\"text\"", "ada");
        publish("\"text\"", "ada");
        String next = publish("\"science\"", "ada");
        String best = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "bob",
                 "scores": {"quality": 5, "usefulness": 2}}""";
        TheLog.send("PeerRated", commonsId, best.formatted(commonsId, splendid));
        rated(poor, "bob", 1);

        queueOf("bob")
                .body("items[0].contributionId", equalTo(next))
                .body("items[0].reasons[1].code", equalTo("in-your-field"));
    }

    @Test
    void never_has_my_own_work_nor_what_i_have_rated_nor_what_was_withdrawn() {
        publish("\"code\"", "ada", "bob");
        String handedOver = publish("\"text\"", "ada");
        TheLog.reapportion(commonsId, handedOver, "bob");
        String takenBack = publish("\"text\"", "ada");
        TheLog.withdraw(commonsId, takenBack);
        String rated = publish("\"text\"", "ada");
        rated(rated, "bob", 1);
        String left = publish("\"text\"", "ada");
        String givenUp = publish("\"text\"", "ada", "bob");
        TheLog.reapportion(commonsId, givenUp, "ada");

        queueOf("bob").body(idOf("code"), hasSize(0)).body(idOf("text"), contains(left, givenUp));
    }

    @Test
    void forgets_at_once_what_i_rate_and_has_it_again_when_i_retract() {
        String work = publish("\"text\"", "ada");
        queueOf("bob").body(idOf("text"), contains(work));

        String mine = "/v1/contributions/" + work + "/ratings/mine";
        as("bob", "contributor")
                .body("{\"scores\": {\"quality\": 4, \"usefulness\": 2}}")
                .put(mine)
                .then()
                .statusCode(201);
        get("bob", "").body(idOf("text"), hasSize(0));
        TheLog.writtenByUs(commonsId, 1);
        as("bob", "contributor").delete(mine).then().statusCode(204);
        TheLog.writtenByUs(commonsId, 2);
        queueOf("bob").body(idOf("text"), contains(work));
    }

    @Test
    void counts_peers_only() {
        String work = publish("\"text\"", "ada");
        rated(work, "eve", 1);
        rated(work, "mia", 1);
        TheLog.reapportion(commonsId, work, "ada", "mia");

        queueOf("bob").body("items.find { it.kind == 'text' }.count", equalTo(1));
    }

    @Test
    void calls_a_work_by_its_last_title_if_it_has_one() {
        String work = publish("\"text\"", "ada");
        String untitled = TheLog.newId();
        TheLog.send(
                "ContributionPublished",
                commonsId,
                TheLog.published(commonsId, untitled, "ada")
                        .replace("\"title\": \"Rotor\", \"kind\": \"design\",", ""));
        String revised = """
                {"commonsId": "%s", "contributionId": "%s", "version": 2, "title": "Rotor II"}""";
        TheLog.send("ContributionRevised", commonsId, revised.formatted(commonsId, work));

        String of = "items.find { it.contributionId == '%s' }.%s";
        queueOf("bob")
                .body(of.formatted(work, "title"), equalTo("Rotor II"))
                .body(of.formatted(untitled, "title"), nullValue())
                .body(of.formatted(untitled, "kind"), nullValue());
    }

    @Test
    void is_no_longer_than_asked_for() {
        for (int i = 0; i < 3; i++) {
            publish("\"text\"", "ada");
        }
        TheLog.awaitRead(commonsId);

        get("bob", "?limit=2").body("items", hasSize(2));
        get("bob", "?limit=1").body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201"})
    void has_limits(String query) {
        get("bob", query).statusCode(400).body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void is_for_who_may_rate() {
        String closed = TheLog.foundCommons(TheLog.CHARTER);
        TheLog.publish(closed, "ada");
        TheLog.awaitRead(closed);
        String queue = "/v1/commons/" + closed + "/review-queue";

        as("ada", "contributor").get(queue).then().statusCode(200);
        as("bob", "contributor")
                .get(queue)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-a-rater"));
        as("ada", "partner").get(queue).then().statusCode(403);
        given().get(queue).then().statusCode(401);
        as("ada", "contributor")
                .get("/v1/commons/" + TheLog.newId() + "/review-queue")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
    }
}
