package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The charter of a commons")
class CharterHistoryIT {

    @Test
    void is_amended_by_its_steward_and_every_version_is_kept() {
        String commonsId = Lab.foundedBy("sue");
        Lab.amend("sue", commonsId, "\"1\"", 3)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("charterVersion", equalTo(2))
                .body("charter.quorum", equalTo(3));

        given().get("/v1/commons/" + commonsId + "/charter/versions")
                .then()
                .statusCode(200)
                .body("items.charterVersion", contains(1, 2))
                .body("items.charter.quorum", contains(2, 3))
                .body("items.adoptedBy", contains("sue", "sue"))
                .body("next", nullValue());
    }

    @Test
    void was_adopted_when_it_was_amended() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String commonsId = Lab.foundedBy("sue");
        Instant between = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);

        List<String> adoptedAt = given().get("/v1/commons/" + commonsId + "/charter/versions")
                .path("items.adoptedAt");
        assertThat(Instant.parse(adoptedAt.get(0))).isBetween(before, between);
        assertThat(Instant.parse(adoptedAt.get(1))).isBetween(between, Instant.now());
    }

    @Test
    void applies_from_its_place_in_the_log() {
        String commonsId = Lab.foundedBy("sue");
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);

        String versions = "/v1/commons/" + commonsId + "/charter/versions";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> given().get(versions).path("items[1].appliesFrom.offset") != null);
        int founded = given().get(versions).path("items[0].appliesFrom.offset");
        given().get(versions).then().body("items[1].appliesFrom.offset", greaterThan(founded));
        given().get(versions + "?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("items[0].appliesFrom.offset", equalTo(founded));
    }

    @Test
    void has_its_second_version_on_the_second_page() {
        String commonsId = Lab.foundedBy("sue");
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);
        String versions = "/v1/commons/" + commonsId + "/charter/versions?limit=1";
        String next = given().get(versions).path("next");

        given().get(versions + "&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.charterVersion", contains(2))
                .body("next", nullValue());
    }

    @Test
    void is_not_amended_over_a_version_the_steward_has_not_seen() {
        String commonsId = Lab.foundedBy("sue");
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);

        Lab.amend("sue", commonsId, "\"1\"", 4)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        given().get("/v1/commons/" + commonsId)
                .then()
                .body("charter.quorum", equalTo(3))
                .body("charterVersion", equalTo(2));
    }

    @Test
    void is_not_amended_without_saying_which_version_was_read() {
        String commonsId = Lab.foundedBy("sue");
        String charter = """
                {"criteria": [{"name": "q", "weight": 1, "min": 1, "points": [1]}]}""";
        Lab.as(token("sue", "steward"))
                .body(charter)
                .put("/v1/commons/" + commonsId + "/charter")
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
    }

    @Test
    void is_not_amended_by_the_steward_of_another_commons() {
        String commonsId = Lab.foundedBy("sue");
        Lab.amend("sam", commonsId, "\"1\"", 3)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-a-steward"));
    }

    @Test
    void that_is_sent_again_as_it_is_makes_no_new_version() {
        String commonsId = Lab.foundedBy("sue");
        Lab.amend("sue", commonsId, "\"1\"", 3).then().statusCode(200);

        Lab.amend("sue", commonsId, "\"2\"", 3).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void of_an_unknown_commons_is_404() {
        String unknown = "0198c0de-0000-7000-8000-00000000dead";
        Lab.amend("sue", unknown, "\"1\"", 3).then().statusCode(404);
        given().get("/v1/commons/" + unknown + "/charter/versions").then().statusCode(404);
    }
}
