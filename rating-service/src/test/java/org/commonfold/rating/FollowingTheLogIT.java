package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What rating-service reads in the log")
class FollowingTheLogIT {

    private static final String OPINION = "{\"scores\": {\"quality\": 5, \"usefulness\": 2}}";

    @Inject
    MeterRegistry metrics;

    private static ValidatableResponse rate(String contributionId, String who) {
        return given().auth()
                .oauth2(token(who, "contributor"))
                .contentType(ContentType.JSON)
                .body(OPINION)
                .put("/v1/contributions/" + contributionId + "/ratings/mine")
                .then();
    }

    private double skipped(String reason) {
        return metrics.counter("log_skipped_records", "reason", reason).count();
    }

    @Test
    void decides_who_may_rate() {
        String commonsId = TheLog.foundCommons(TheLog.CHARTER);
        String work = TheLog.publish(commonsId, "ada");
        String invited = """
                {"commonsId": "%s", "raterId": "ian", "invitedAt": "2026-11-23T09:00:00Z"}""";
        TheLog.send("RaterInvited", commonsId, invited.formatted(commonsId));
        TheLog.awaitRead(commonsId);

        rate(work, "bob").statusCode(403).body("type", equalTo("/problems/not-a-rater"));
        rate(work, "ian").statusCode(201);
        TheLog.publish(commonsId, "bob");
        TheLog.awaitRead(commonsId);
        rate(work, "bob").statusCode(201);
    }

    @Test
    void amends_the_charter() {
        String commonsId = TheLog.foundCommons(TheLog.CHARTER);
        String work = TheLog.publish(commonsId, "ada");
        TheLog.amend(commonsId, TheLog.charter("anyone", 5));
        TheLog.awaitRead(commonsId);

        rate(work, "bob").statusCode(201).body("charterVersion", equalTo(2));
        TheLog.amend(commonsId, TheLog.charter("anyone", 4));
        TheLog.awaitRead(commonsId);
        rate(work, "bob").statusCode(422).body("type", equalTo("/problems/score-out-of-range"));
    }

    @Test
    void reapportions_and_withdraws() {
        String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        String work = TheLog.publish(commonsId, "ada");
        TheLog.reapportion(commonsId, work, "bob");
        TheLog.awaitRead(commonsId);

        rate(work, "bob").statusCode(422).body("type", equalTo("/problems/self-rating"));
        rate(work, "ada").statusCode(201);
        TheLog.withdraw(commonsId, work);
        TheLog.awaitRead(commonsId);
        rate(work, "eve").statusCode(409).body("type", equalTo("/problems/contribution-withdrawn"));
    }

    @Test
    void counts_once_under_one_id() {
        String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        String work = TheLog.publish(commonsId, "ada");
        String eventId = TheLog.newId();
        String amended = """
                {"commonsId": "%s", "charter": %s, "amendedAt": "2026-11-23T09:00:00Z"}""";
        String data = amended.formatted(commonsId, TheLog.charter("anyone", 5));
        TheLog.send("CharterAmended", eventId, commonsId, data);
        TheLog.send("CharterAmended", eventId, commonsId, data);
        TheLog.awaitRead(commonsId);
        TheLog.send("CharterAmended", eventId, commonsId, data);
        TheLog.awaitRead(commonsId);

        rate(work, "bob").statusCode(201).body("charterVersion", equalTo(2));
    }

    @Test
    void is_skipped_and_counted_where_it_cannot_be_used() {
        String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        double unreadable = skipped("unreadable");
        double known = skipped("known-already");
        double unknown = skipped("unknown-contribution");

        TheLog.send("ContributionPublished", commonsId, "{\"commonsId\": ");
        TheLog.send(
                "ContributionPublished",
                commonsId,
                TheLog.published(commonsId, TheLog.newId(), "\\u0000"));
        TheLog.send("Nonsense", commonsId, "\u0000");
        TheLog.amend(commonsId, TheLog.charter("anyone", 5).replace("13", "0"));
        TheLog.withdraw(commonsId, TheLog.newId());
        String work = TheLog.publish(commonsId, "ada");
        TheLog.send("ContributionPublished", commonsId, TheLog.published(commonsId, work, "bob"));
        TheLog.awaitRead(commonsId);

        assertThat(skipped("unreadable") - unreadable).isEqualTo(3);
        assertThat(skipped("known-already") - known).isEqualTo(1);
        assertThat(skipped("unknown-contribution") - unknown).isEqualTo(1);
        rate(work, "bob").statusCode(201).body("charterVersion", equalTo(1));
    }

    @Test
    void may_hold_any_name_of_a_criterion() {
        // Half of a surrogate pair would be no field name: no reader takes scores by it.
        TheLog.foundCommons(TheLog.charter("anyone", 5).replace("quality", "\\ud800"));
        String name = "\\u0000é";
        String commonsId =
                TheLog.foundCommons(TheLog.charter("anyone", 5).replace("quality", name));
        String work = TheLog.publish(commonsId, "ada");
        String rated = """
                {"commonsId": "%s", "contributionId": "%s", "raterId": "bob",
                 "scores": {"%s": 3, "usefulness": 1}}""";
        TheLog.send("PeerRated", commonsId, rated.formatted(commonsId, work, name));
        TheLog.awaitRead(commonsId);

        given().get("/v1/contributions/" + work + "/rating-summary")
                .then()
                .body("count", equalTo(1))
                .body("criteria.mean", hasItems(3f, 1f));
    }

    @Test
    void is_skipped_where_a_name_is_given_twice() {
        String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        double unreadable = skipped("unreadable");
        TheLog.amend(commonsId, TheLog.charter("anyone", 4) + ", \"charter\": {}");
        TheLog.awaitRead(commonsId);

        assertThat(skipped("unreadable") - unreadable).isEqualTo(1);
    }
}
