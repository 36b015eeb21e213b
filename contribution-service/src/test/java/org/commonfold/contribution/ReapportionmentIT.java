package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A reapportionment")
class ReapportionmentIT {

    private static final String BOB_ALONE = "[{\"contributorId\": \"bob\", \"share\": 1}]";

    private static final String WITH_CY = "[{\"contributorId\": \"ada\", \"share\": 2},"
            + " {\"contributorId\": \"bob\", \"share\": 2},"
            + " {\"contributorId\": \"cy\", \"share\": 1}]";

    @Test
    void is_in_force_when_every_author_has_confirmed() {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        String proposal = Lab.reapportion("ada", work, WITH_CY)
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("confirmedBy", contains("ada"))
                .body("awaiting", contains("bob", "cy"))
                .header("ETag", "\"1\"")
                .extract()
                .path("reapportionmentId");
        given().get("/v1/contributions/" + work).then().body("authors", hasSize(2));

        vote("bob", work, proposal, "confirmation")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("awaiting", contains("cy"));
        vote("cy", work, proposal, "confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("adopted"));
        Lab.as(token("eve", "contributor"))
                .get("/v1/contributions/" + work + "/reapportionments/" + proposal)
                .then()
                .header("ETag", "\"3\"");
        given().get("/v1/contributions/" + work)
                .then()
                .header("ETag", "\"2\"")
                .body("authors.contributorId", contains("ada", "bob", "cy"));
    }

    @Test
    void lets_an_author_renounce_when_the_others_agree() {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        String proposal = Lab.reapportion("ada", work, BOB_ALONE).path("reapportionmentId");
        vote("bob", work, proposal, "confirmation").then().statusCode(200);

        given().get("/v1/contributions/" + work)
                .then()
                .body("authors.contributorId", contains("bob"));
    }

    @Test
    void of_a_sole_author_is_adopted_at_once_unless_it_adds_others() {
        String work = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.reapportion("ada", work, "[{\"contributorId\": \"ada\", \"share\": 2}]")
                .then()
                .statusCode(201)
                .body("state", equalTo("adopted"));
        Lab.reapportion("ada", work, WITH_CY)
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .body("awaiting", contains("bob", "cy"));
        given().get("/v1/contributions/" + work).then().body("authors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmation", "refusal"})
    void is_not_voted_on_with_a_body_that_says_something(String vote) {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        String proposal = Lab.reapportion("ada", work, BOB_ALONE).path("reapportionmentId");
        String path = "/v1/contributions/" + work + "/reapportionments/" + proposal + "/" + vote;
        for (String body : List.of("{", "[]", "{\"colour\": 1}")) {
            Lab.as(token("bob", "contributor")).body(body).post(path).then().statusCode(400);
        }
        Lab.as(token("bob", "contributor")).body("{}").post(path).then().statusCode(200);
    }

    @Test
    void that_one_author_refuses_is_settled() {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        String proposal = Lab.reapportion("ada", work, WITH_CY).path("reapportionmentId");
        vote("bob", work, proposal, "refusal")
                .then()
                .statusCode(200)
                .body("state", equalTo("refused"));

        vote("bob", work, proposal, "confirmation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/reapportionment-closed"));
        given().get("/v1/contributions/" + work).then().body("authors", hasSize(2));
    }

    @Test
    void confirmed_twice_counts_once() {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        String proposal = Lab.reapportion("ada", work, BOB_ALONE).path("reapportionmentId");
        vote("bob", work, proposal, "confirmation").then().statusCode(200);
        vote("bob", work, proposal, "confirmation")
                .then()
                .statusCode(200)
                .body("state", equalTo("adopted"));
        given().get("/v1/contributions/" + work).then().header("ETag", "\"2\"");
    }

    @Test
    void is_overtaken_by_another_that_was_adopted_first() {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        String first = Lab.reapportion("ada", work, WITH_CY).path("reapportionmentId");
        String second = Lab.reapportion("ada", work, BOB_ALONE).path("reapportionmentId");
        vote("bob", work, second, "confirmation").then().statusCode(200);

        vote("bob", work, first, "confirmation").then().statusCode(409);
    }

    @Test
    void is_the_business_of_authors_only() {
        String work = Lab.publishedByTwo(Lab.foundedBy("sue"));
        Lab.reapportion("eve", work, WITH_CY).then().statusCode(403);
        String proposal = Lab.reapportion("ada", work, WITH_CY).path("reapportionmentId");
        vote("eve", work, proposal, "confirmation").then().statusCode(403);
        vote("eve", work, proposal, "refusal").then().statusCode(403);
        vote("cy", work, proposal, "refusal").then().statusCode(200);
    }

    @Test
    void changes_something_and_names_nobody_twice() {
        String work = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.reapportion("ada", work, "[{\"contributorId\": \"ada\", \"share\": 1}]")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/nothing-reapportioned"));
        Lab.reapportion("ada", work, "[]").then().statusCode(400);
        String adaTwice = "[{\"contributorId\": \"ada\", \"share\": 1},"
                + " {\"contributorId\": \"ada\", \"share\": 2}]";
        Lab.reapportion("ada", work, adaTwice).then().statusCode(422);
    }

    @Test
    void of_another_contribution_is_not_found() {
        String commonsId = Lab.foundedBy("sue");
        String work = Lab.publishedByTwo(commonsId);
        String other = Lab.publishedByTwo(commonsId);
        String proposal = Lab.reapportion("ada", work, WITH_CY).path("reapportionmentId");
        vote("bob", other, proposal, "confirmation").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({"0, 400", "1, 201", "500, 201", "501, 400"})
    void names_one_author_at_least_and_five_hundred_at_most(int count, int status) {
        String work = Lab.publishedByAda(Lab.foundedBy("sue"));
        String authors = IntStream.rangeClosed(1, count)
                .mapToObj("{\"contributorId\": \"bob-%d\", \"share\": 1}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));

        Lab.reapportion("ada", work, authors).then().statusCode(status);
    }

    private static Response vote(String author, String work, String proposal, String vote) {
        return Lab.as(token(author, "contributor"))
                .post("/v1/contributions/" + work + "/reapportionments/" + proposal + "/" + vote);
    }
}
