package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The contributions of a commons")
class LibraryIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Café",
                "cafe",
                "CAFÉ",
                "table cafe",
                "\"Café table\"",
                "cafe or x",
                "cafe -tea"
            })
    void are_found_by_words_whatever_their_accents_and_case(String words) {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId, "Café table", "design", "MIT");
        Lab.publishedByAda(commonsId, "Tea stool", "design", "MIT");

        search(commonsId, words).body("items.title", contains("Café table"));
    }

    @Test
    void are_found_by_kind_author_and_licence_too() {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId, "Rotor", "science", "CC-BY-4.0");
        search(commonsId, "science").body("items", hasSize(1));
        search(commonsId, "ada").body("items", hasSize(1));
        search(commonsId, "cc-by-4.0").body("items", hasSize(1));
        search(commonsId, "rotor -ada").body("items", empty());
        search(commonsId, "stator").body("items", empty());
        search(commonsId, "\"science rotor\"").body("items", empty());
    }

    @Test
    void are_found_whatever_accents_words_with_digits_have_and_how_they_are_composed() {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId, "Modèle3 d'été-2b", "design", "MIT");
        search(commonsId, "modele3").body("items", hasSize(1));
        search(commonsId, "ete-2b").body("items", hasSize(1));
        String decomposed = "Cafe\u0301 noir";
        Lab.publishedByAda(commonsId, decomposed, "design", "MIT");
        search(commonsId, "cafe").body("items", hasSize(1));
        search(commonsId, "café").body("items", hasSize(1));
        search(commonsId, "cafe\u0301").body("items", hasSize(1));
    }

    @Test
    void are_found_by_phrases_of_two_words_and_of_more() {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId, "A red red oak", "design", "MIT");
        Lab.publishedByAda(commonsId, "Red oak, a red table, oak table", "design", "MIT");

        search(commonsId, "\"red oak\"").body("items", hasSize(2));
        search(commonsId, "\"red red\"").body("items.title", contains("A red red oak"));
        search(commonsId, "\"oak red\"").body("items", empty());
        search(commonsId, "\"red oak table\"").body("items", empty());
        search(commonsId, "\"red oak a red\"").body("items", hasSize(1));
        search(commonsId, "\"red oak\" -table").body("items.title", contains("A red red oak"));
    }

    @Test
    void with_the_word_in_the_title_come_first() {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId, "Mount", "optics", "MIT");
        Lab.publishedByAda(commonsId, "Optics", "design", "MIT");
        Lab.publishedByAda(commonsId, "Grating", "optics", "MIT");

        search(commonsId, "optics").body("items.title", contains("Optics", "Grating", "Mount"));
    }

    @Test
    void are_found_page_by_page_whatever_is_added_meanwhile() {
        String commonsId = Lab.foundedBy("sue");
        for (int i = 0; i < 5; i++) {
            Lab.publishedByAda(commonsId, "Lens " + i, "design", "MIT");
        }
        String path = "/v1/commons/" + commonsId + "/contributions?q=lens&limit=2";
        List<String> titles = new ArrayList<>(given().get(path).path("items.title"));
        String next = given().get(path).path("next");
        Lab.publishedByAda(commonsId, "Lens 5", "design", "MIT");
        while (next != null) {
            var page = given().get(path + "&cursor=" + next);
            titles.addAll(page.path("items.title"));
            next = page.path("next");
        }
        assertThat(titles).containsExactly("Lens 4", "Lens 3", "Lens 2", "Lens 1", "Lens 0");
    }

    @Test
    void are_filtered() {
        String commonsId = Lab.foundedBy("sue");
        Lab.publishedByAda(commonsId, "Rotor", "design", "MIT");
        Lab.publishedByAda(commonsId, "Stator", "code", "Apache-2.0");
        Lab.publishedByTwo(commonsId);

        list(commonsId, "kind=code").body("items.title", contains("Stator"));
        list(commonsId, "licence=apache-2.0").body("items.title", contains("Stator"));
        list(commonsId, "author=bob").body("items", hasSize(1));
        list(commonsId, "author=ada&kind=design&licence=MIT")
                .body("items.title", contains("Rotor"));
        list(commonsId, "q=rotor&licence=CC0-1.0").body("items", hasSize(1));
        list(commonsId, "q=rotor&author=bob").body("items.licence", contains("CC0-1.0"));
    }

    @Test
    void of_another_commons_are_not_found() {
        Lab.publishedByAda(Lab.foundedBy("sue"), "Zeppelin", "design", "MIT");
        search(Lab.foundedBy("sue"), "zeppelin").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"licence=Nonsense-1.0", "kind=No", "author=a%20b", "cursor=no"})
    void are_not_asked_for_nonsense(String query) {
        String commonsId = Lab.foundedBy("sue");
        given().get("/v1/commons/" + commonsId + "/contributions?" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }

    @Test
    void have_licences_of_the_spdx_list_only() {
        String commonsId = Lab.foundedBy("sue");
        Lab.publish("ada", commonsId, Lab.work().replace("CC0-1.0", "Homemade-1.0"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/licence"));
        Lab.publish("ada", commonsId, Lab.work().replace("CC0-1.0", "cc0-1.0"))
                .then()
                .statusCode(201)
                .body("licence", equalTo("CC0-1.0"));
        given().get("/v1/licences").then().body("items", hasItems("MIT", "CERN-OHL-S-2.0"));
    }

    /** a ← b ← c, and b ← d. */
    @Test
    void have_a_lineage_up_and_down() {
        String commonsId = Lab.foundedBy("sue");
        String a = Lab.publishedByAda(commonsId);
        String b = derived(commonsId, a);
        String c = derived(commonsId, b);
        String d = derived(commonsId, b);

        lineage(b)
                .body("nodes.contributionId", containsInAnyOrder(a, b, c, d))
                .body("edges", hasSize(3))
                .body("isComplete", equalTo(true));
        lineage(c)
                .body("nodes.contributionId", containsInAnyOrder(a, b, c))
                .body("edges.from", containsInAnyOrder(b, c))
                .body("edges.to", containsInAnyOrder(a, b))
                .body("edges.basisPoints", contains(700, 700));
        given().get("/v1/contributions/" + b)
                .then()
                .header("ETag", "\"1-2\"")
                .body("upstream.contributionId", contains(a))
                .body("downstream.contributionId", containsInAnyOrder(c, d))
                .body("downstream[0].basisPoints", equalTo(700));
    }

    @Test
    void are_revised_by_the_version_that_was_read_whatever_derives_from_them() {
        String commonsId = Lab.foundedBy("sue");
        String a = Lab.publishedByAda(commonsId);
        derived(commonsId, a);

        Lab.revise("ada", a, "\"2-1\"", "1").then().statusCode(412);
        Lab.revise("ada", a, "\"1-1\"", "1").then().statusCode(201);
        given().get("/v1/contributions/" + a).then().header("ETag", "\"2-1\"");
    }

    @Test
    void are_found_by_who_has_a_share_now_and_no_more_by_who_had_one() {
        String commonsId = Lab.foundedBy("sue");
        String work = Lab.publishedByAda(commonsId);
        list(commonsId, "author=bob").body("items", hasSize(0));
        String bobAlone = "[{\"contributorId\": \"bob\", \"share\": 1}]";

        Lab.reapportioned("ada", work, bobAlone, "bob");

        list(commonsId, "author=bob").body("items.contributionId", contains(work));
        list(commonsId, "author=ada").body("items", hasSize(0));
        search(commonsId, "bob").body("items.contributionId", contains(work));
        search(commonsId, "ada").body("items", hasSize(0));
    }

    private static String derived(String commonsId, String upstream) {
        String from = "[{\"contributionId\": \"" + upstream + "\", \"basisPoints\": 700}]";
        String authors = "[{\"contributorId\": \"ada\", \"share\": 1}]";
        return Lab.publish("ada", commonsId, Lab.work(authors, from)).path("contributionId");
    }

    private static ValidatableResponse lineage(String contributionId) {
        return given().get("/v1/contributions/" + contributionId + "/lineage")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse search(String commonsId, String words) {
        return given().queryParam("q", words)
                .get("/v1/commons/" + commonsId + "/contributions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String commonsId, String query) {
        return given().get("/v1/commons/" + commonsId + "/contributions?" + query)
                .then()
                .statusCode(200);
    }
}
