package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Suggested needs")
class SuggestedNeedsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    DataSource source;

    private final String one = UUID.randomUUID().toString().substring(0, 8);
    private final String who = "ida-" + one;
    private final String skill = "skill-" + one;
    private final String kind = "kind-" + one;
    private String commonsId;
    private String elsewhere;

    @BeforeEach
    void two_commons() {
        commonsId = Lab.foundedBy("sue");
        elsewhere = Lab.foundedBy("sue");
    }

    private Response suggested(String query) {
        return Lab.as(token(who, "contributor")).get("/v1/contributors/me/suggested-needs" + query);
    }

    private ValidatableResponse suggested() {
        return suggested("").then().statusCode(200);
    }

    private void declare(String skill) {
        Lab.as(token(who, "contributor"))
                .body("{\"displayName\": \"Ida\", \"skills\": [\"" + skill + "\"]}")
                .put("/v1/contributors/me")
                .then()
                .statusCode(200);
    }

    /** With a mate. */
    private String published(String fulfilled) {
        String authors = "[{\"contributorId\": \"%s\", \"share\": 1},"
                + " {\"contributorId\": \"mate-%s\", \"share\": 1}]";
        String work = Lab.work(authors.formatted(who, one), "[]")
                .replace("\"design\"", "\"" + kind + "\"");
        String workId = Lab.publish(who, commonsId, work)
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
        NeedsLab.closeAs("opener", fulfilled, workId).then().statusCode(200);
        return workId;
    }

    @Test
    void are_none_for_someone_without_a_past() {
        NeedsLab.opened("opener", commonsId, kind, skill);
        suggested().body("items", empty());
    }

    @Test
    void tell_what_matched_and_what_it_counts() {
        String done = NeedsLab.opened("opener", commonsId, kind, "proven-" + one);
        published(done);
        declare(skill);
        String kindOnly = NeedsLab.opened("opener", elsewhere, kind, "other-" + one);
        String skillOnly = NeedsLab.opened("opener", elsewhere, "k-" + one, skill);
        String most = NeedsLab.opened("mate-" + one, commonsId, kind, skill);
        String here = NeedsLab.opened("opener", commonsId, "k-" + one, "other-" + one);

        suggested()
                .body("items.need.needId", contains(most, skillOnly, here, kindOnly))
                .body("items.score", contains(8, 3, 2, 1))
                .body(
                        "items[0].reasons.kind",
                        contains("declared-skill", "commons", "co-author", "kind"))
                .body("items[0].reasons.points", contains(3, 2, 2, 1))
                .body(
                        "items[0].reasons.matched",
                        equalTo(List.of(
                                List.of(skill),
                                List.of(commonsId),
                                List.of("mate-" + one),
                                List.of(kind))));
    }

    @Test
    void name_what_a_co_author_works_on() {
        published(NeedsLab.opened("opener", commonsId, kind, "proven-" + one));
        String need = NeedsLab.opened("opener", elsewhere, "k-" + one, "other-" + one);
        suggested().body("items", empty());
        NeedsLab.takeUp("mate-" + one, need).then().statusCode(200);
        suggested().body("items.need.needId", contains(need));
    }

    @Test
    void are_never_ones_own_nor_taken_up_nor_closed() {
        declare(skill);
        NeedsLab.opened(who, elsewhere, kind, skill);
        String taken = NeedsLab.opened("opener", elsewhere, kind, skill);
        NeedsLab.takeUp(who, taken).then().statusCode(200);
        String closed = NeedsLab.opened("opener", elsewhere, kind, skill);
        NeedsLab.closeAs("opener", closed, Lab.publishedByAda(elsewhere)).then().statusCode(200);
        suggested().body("items", empty());
        NeedsLab.stepBack(who, taken).then().statusCode(204);
        suggested().body("items.need.needId", contains(taken));
    }

    @Test
    void count_the_skills_of_work_that_peers_rate_well() {
        String workId = published(NeedsLab.opened("opener", commonsId, kind, "proven-" + one));
        String need = NeedsLab.opened("opener", elsewhere, "k-" + one, "proven-" + one);

        RatingLog.rated(commonsId, workId, "carol", 5);
        RatingLog.rated(commonsId, workId, "mate-" + one, 5);
        RatingLog.rated(commonsId, workId, who, 5);
        awaitVerdicts(workId, 3);
        suggested().body("items", empty());

        RatingLog.rated(commonsId, workId, "dan", 5);
        RatingLog.rated(commonsId, workId, "dan", 5);
        awaitSuggested(need);
        suggested()
                .body("items[0].reasons.kind", contains("proven-skill"))
                .body("items[0].score", equalTo(5));

        RatingLog.rated(commonsId, workId, "carol", 1);
        awaitNothing();
        RatingLog.rated(commonsId, workId, "erin", 4);
        awaitSuggested(need);
        RatingLog.retracted(commonsId, workId, "erin");
        awaitNothing();
    }

    private void awaitVerdicts(String workId, long count) {
        String query = "select count(*) from peer_verdict where contribution_id = '%s'";
        await().atMost(PATIENCE)
                .until(() -> new Database(source).number(query.formatted(workId)) == count);
    }

    private void awaitSuggested(String needId) {
        await().atMost(PATIENCE)
                .until(() -> suggested()
                        .extract()
                        .<List<String>>path("items.need.needId")
                        .equals(List.of(needId)));
    }

    private void awaitNothing() {
        await().atMost(PATIENCE)
                .until(() -> suggested().extract().<List<?>>path("items").isEmpty());
    }

    @Test
    void come_in_any_number_up_to_fifty() {
        declare(skill);
        String first = NeedsLab.opened("opener", elsewhere, kind, skill);
        NeedsLab.opened("opener", elsewhere, kind, skill);
        suggested("?limit=1").then().body("items.need.needId", contains(first));
        suggested("?limit=50").then().statusCode(200).body("items", hasSize(2));
        suggested("?limit=51").then().statusCode(400);
        suggested("?limit=0").then().statusCode(400);
        given().get("/v1/contributors/me/suggested-needs").then().statusCode(401);
    }
}
