package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The explanation of an entry")
class ExplanationIT {

    private static Laboratory lab;
    private static String adasWork;
    private static String bobsWork;
    private static String revenue;
    private static String distribution;

    @Inject
    DataSource database;

    /** Bob's work derives a tenth from the one of ada and cy; dee and eve rate both. */
    @BeforeEach
    void a_revenue_over_two_works() {
        if (lab != null) {
            return;
        }
        lab = Laboratory.founded(database);
        adasWork = lab.published("ada", "cy");
        bobsWork = lab.derived(adasWork, 1000, "bob");
        lab.rated("dee", adasWork, 5).rated("eve", adasWork, 4);
        lab.rated("dee", bobsWork, 2).rated("eve", bobsWork, 3);
        revenue = lab.declared("100.00");
        lab.received(revenue, "33.33");
        lab.voided(revenue).written();
        lab.entry(revenue, "taking-back");
        distribution = lab.entry(revenue, "distribution");
    }

    private static Response get(String path, String accept) {
        return given().auth()
                .oauth2(token("dee", "contributor"))
                .accept(accept)
                .get("/v1/entries/" + path);
    }

    private static String json(String path) {
        Response response = get(path, "application/json");
        response.then().statusCode(200).contentType("application/json");
        return response.asString();
    }

    private static String text(String path) {
        Response response = get(path, "text/plain");
        response.then().statusCode(200).contentType("text/plain;charset=UTF-8");
        return response.asString();
    }

    @Test
    void has_what_is_explained_beside_it() {
        get(distribution, "application/json")
                .then()
                .statusCode(200)
                .body("kind", equalTo("distribution"))
                .body("commonsId", equalTo(lab.id))
                .body("revenueId", equalTo(revenue))
                .body("items[0].account", equalTo("partner:acme:receivable"))
                .body("items[0].debit", equalTo("100.000000"))
                .body("items.account", hasItem("contributor:ada:accrued"))
                .body("items", hasSize(5))
                .body("next", nullValue());
    }

    @Test
    void comes_with_postings_a_page_at_a_time() {
        Response first = get(distribution + "?limit=2", "application/json");
        first.then().statusCode(200).body("items", hasSize(2)).header("Link", notNullValue());
        String next = first.path("next");
        get(distribution + "?limit=3&cursor=" + next, "application/json")
                .then()
                .body("items", hasSize(3))
                .body("next", nullValue());
    }

    @Test
    void goes_from_the_revenue_to_the_ratings() {
        get(distribution + "/explanation", "application/json")
                .then()
                .statusCode(200)
                .body("distribution.amountMicros", equalTo("100000000"))
                .body("distribution.treasury.working", equalTo("floor(100000000 · 500 / 10000)"))
                .body("distribution.treasury.micros", equalTo("5000000"))
                .body("distribution.split.by", equalTo("value"))
                .body("distribution.split.micros", equalTo("95000000"))
                .body("distribution.concerned.keptMicros", equalTo("95000000"))
                .body("distribution.rest.keptMicros", equalTo("0"))
                .body("distribution.works.contributionId[0]", equalTo(bobsWork))
                .body("distribution.works.contributionId[1]", equalTo(adasWork))
                .body("distribution.works[0].outflows[0].to", equalTo(adasWork))
                .body("distribution.works[1].inflows[0].from", equalTo(bobsWork))
                .body("distribution.works[1].authors.id", hasItem("cy"))
                .body("distribution.works.value.votes", everyItem(hasSize(3)))
                .body("distribution.works[1].value.votes.raterId", hasItem("dee"));
    }

    @Test
    void of_one_owner_shows_what_concerns_it_and_totals_for_the_rest() {
        get(distribution + "/explanation?owner=contributor:bob", "application/json")
                .then()
                .statusCode(200)
                .body("postings", hasSize(1))
                .body("postings[0].account", equalTo("contributor:bob:accrued"))
                .body("distribution.works", hasSize(1))
                .body("distribution.works[0].contributionId", equalTo(bobsWork))
                .body("distribution.rest.works", equalTo(1));
        // Something flowed to ada's work from bob's.
        get(distribution + "/explanation?owner=contributor:ada", "application/json")
                .then()
                .body("distribution.works", hasSize(2));
        get(distribution + "/explanation?owner=partner:acme", "application/json")
                .then()
                .statusCode(200)
                .body("postings", hasSize(1))
                .body("postings[0].debit", equalTo("100.000000"));
        get(distribution + "/explanation?owner=contributor:nobody", "application/json")
                .then()
                .body("postings", hasSize(0))
                .body("distribution.works", hasSize(0));
    }

    @Test
    void is_read_a_page_at_a_time() {
        Response first = get(distribution + "/explanation?limit=1", "application/json");
        first.then().body("distribution.works[0].contributionId", equalTo(bobsWork));
        String next = first.path("next");
        get(distribution + "/explanation?limit=1&cursor=" + next, "application/json")
                .then()
                .body("distribution.works[0].contributionId", equalTo(adasWork))
                .body("next", nullValue());
    }

    @Test
    void is_readable_without_a_computer() {
        assertThat(text(distribution + "/explanation?owner=contributor:ada"))
                .contains("contributor:ada:accrued is credited with")
                .contains("acme declared 100000000.")
                .contains(
                        "gives the treasury 500 of 10000: floor(100000000 · 500 / 10000) = 5000000")
                .contains("WORK " + adasWork)
                .contains("from " + bobsWork + ", which derives from it")
                .contains("quality 5 gives 2 · 5, together 10 points (charter version 1)")
                .contains("level: floor(1000000 · 10 · 13 · (5 + 0) / (13 · 5 + 0)) = 10000000")
                .contains("together: 100000000, the revenue");
    }

    @Test
    void of_a_receipt_comes_from_the_distribution() {
        String release = lab.entry(revenue, "release");
        get(release + "/explanation?owner=treasury:" + lab.id, "application/json")
                .then()
                .statusCode(200)
                .body("receipt.releases", hasSize(1))
                .body(
                        "receipt.releases[0].working",
                        equalTo("floor(5000000 · 33330000 / 100000000) - 0"))
                .body("receipt.releases[0].micros", equalTo("1666500"))
                .body("distribution.entryId", equalTo(distribution));
        assertThat(text(release + "/explanation"))
                .contains("Of 100000000 declared, 0 had arrived before and 33330000 arrive now.")
                .contains("The credits come from entry " + distribution);
        Response first = get(release + "/explanation?limit=3", "application/json");
        first.then().body("receipt.releases", hasSize(3));
        String next = first.path("next");
        get(release + "/explanation?limit=3&cursor=" + next, "application/json")
                .then()
                .body("receipt.releases", hasSize(1));
    }

    @Test
    void of_a_voiding_takes_back_what_was_not_released() {
        String takingBack = lab.entry(revenue, "taking-back");
        get(takingBack + "/explanation?owner=treasury:" + lab.id, "application/json")
                .then()
                .statusCode(200)
                .body("receipt.releases[0].working", equalTo("5000000 - 1666500"))
                .body("receipt.releases[0].micros", equalTo("3333500"));
    }

    @Test
    void is_the_same_to_the_byte_whatever_came_later() {
        Laboratory later = Laboratory.founded(database);
        String work = later.published("ada", "cy");
        later.rated("dee", work, 5).rated("eve", work, 2);
        String early = later.declared("12.34");
        later.written();
        String path = later.entry(early, "distribution") + "/explanation";
        String jsonThen = json(path);
        String textThen = text(path);

        later.rated("dee", work, 4).rated("eve", work, 5).rated("fay", work, 4).amended(0);
        String late = later.declared("12.34");
        later.written();
        String latePath = later.entry(late, "distribution") + "/explanation";

        assertThat(json(latePath)).contains("fay");
        assertThat(json(path)).isEqualTo(jsonThen);
        assertThat(text(path)).isEqualTo(textThen);
    }

    @Test
    void has_the_votes_around_the_median_or_all() {
        Laboratory popular = Laboratory.founded(database);
        String work = popular.published("ada");
        for (int rater = 0; rater < 120; rater++) {
            popular.rated("rater-" + rater, work, 5);
        }
        String there = popular.declared("1.00");
        String path = popular.written().entry(there, "distribution") + "/explanation";

        assertThat(text(path)).contains("21 votes further from the median are not shown");
        assertThat(text(path + "?allVotes=true").lines())
                .filteredOn(line -> line.contains(" by rater-"))
                .hasSize(120);
    }

    @Test
    void is_in_no_other_form() {
        get(distribution + "/explanation", "text/plain;q=0").then().statusCode(406);
    }

    @Test
    void needs_no_client_that_hashes_keys_as_ours_does() {
        for (int partition = 0; partition < 3; partition++) {
            Laboratory elsewhere = Laboratory.founded(database).inPartition(partition);
            String work = elsewhere.published("ada");
            elsewhere.rated("dee", work, 5).rated("eve", work, 4);
            String there = elsewhere.declared("1.00");
            elsewhere.written().entry(there, "distribution");
            given().get("/v1/commons/" + elsewhere.id + "/values")
                    .then()
                    .statusCode(200)
                    .body("items.contributionId", hasItem(work));
        }
    }

    @Test
    void of_no_entry_is_none() {
        for (String path : new String[] {"", "/explanation"}) {
            get(UUID.randomUUID() + path, "application/json")
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("/problems/not-found"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner=ada",
                "owner=",
                "owner=payee:acme",
                "limit=0",
                "limit=201",
                "cursor=AAAA",
                "cursor=LTE",
                "allVotes=perhaps"
            })
    void is_refused_to_a_question_that_is_none(String query) {
        get(distribution + "/explanation?" + query, "application/json")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"));
    }
}
