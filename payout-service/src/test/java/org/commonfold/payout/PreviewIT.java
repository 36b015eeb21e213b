package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What is known of a commons before money comes")
class PreviewIT {

    private static Laboratory lab;
    private static String adasWork;
    private static String bobsWork;

    @Inject
    DataSource database;

    @BeforeEach
    void a_commons_with_two_works_of_different_value() {
        if (lab != null) {
            return;
        }
        lab = Laboratory.founded(database);
        adasWork = lab.published("ada", "cy");
        bobsWork = lab.derived(adasWork, 1000, "bob");
        lab.rated("dee", adasWork, 5).rated("eve", adasWork, 4);
        lab.rated("dee", bobsWork, 2).rated("eve", bobsWork, 3);
        String revenue = lab.declared("100.00");
        lab.received(revenue, "33.33").written();
        lab.entry(revenue, "release");
    }

    private static Response post(String role, String what, String body) {
        return given().auth()
                .oauth2(token("sue", role))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/commons/" + lab.id + "/" + what);
    }

    private static Response preview(String body) {
        return post("contributor", "preview", body);
    }

    private static String amount(String more) {
        return "{\"amount\": " + Laboratory.money("77.77") + more + "}";
    }

    @Test
    void is_what_a_declaration_then_pays() {
        Response preview = preview(amount(""));
        preview.then()
                .statusCode(200)
                .body("commonsId", equalTo(lab.id))
                .body("charterVersion", equalTo(1))
                .body("contributors", equalTo(3))
                .body("items.contributorId", equalTo(List.of("ada", "bob", "cy")));
        // It has changed nothing.
        assertThat(preview(amount("")).asString()).isEqualTo(preview.asString());

        String revenue = lab.declared("77.77");
        lab.written();
        Response entry = given().auth()
                .oauth2(token("dee", "contributor"))
                .get("/v1/entries/" + lab.entry(revenue, "distribution"));

        List<String> previewed = preview.path("items.credit");
        assertThat(entry.<List<String>>path("items.credit"))
                .containsAll(previewed)
                .contains(preview.<String>path("treasury"));
    }

    @Test
    void may_be_asked_for_works_that_are_named_and_for_another_charter() {
        String usage = ", \"usage\": [{\"contributionId\": \"%s\", \"weight\": 1}]";
        String charter = ", \"charter\": " + Laboratory.charter(0);
        preview(amount(usage.formatted(adasWork) + charter))
                .then()
                .statusCode(200)
                .body("treasury", equalTo("0.000000"))
                .body("items.contributorId", equalTo(List.of("ada", "cy")))
                .body("items.credit", equalTo(List.of("38.885000", "38.885000")));
        preview(amount(usage.formatted(UUID.randomUUID())))
                .then()
                .body("treasury", equalTo("77.770000"))
                .body("items", hasSize(0));
    }

    @Test
    void is_read_a_page_at_a_time() {
        Response first = given().queryParam("limit", 2)
                .auth()
                .oauth2(token("dee", "contributor"))
                .contentType(ContentType.JSON)
                .body(amount(""))
                .post("/v1/commons/" + lab.id + "/preview");
        first.then().body("items.contributorId", equalTo(List.of("ada", "bob")));
        given().queryParam("cursor", first.<String>path("next"))
                .auth()
                .oauth2(token("dee", "contributor"))
                .contentType(ContentType.JSON)
                .body(amount(""))
                .post("/v1/commons/" + lab.id + "/preview")
                .then()
                .body("items.contributorId", equalTo(List.of("cy")))
                .body("next", nullValue());
    }

    @Test
    void tells_a_steward_what_all_past_revenue_would_have_paid() {
        String same = "{\"charter\": " + Laboratory.charter(500) + "}";
        String other = "{\"charter\": " + Laboratory.charter(10_000) + "}";
        Response asItWas = post("steward", "charter-preview", same);
        asItWas.then().statusCode(200).body("ratings", equalTo(4));
        assertThat(asItWas.<List<String>>path("items.was"))
                .isNotEmpty()
                .isEqualTo(asItWas.path("items.wouldBe"));

        Response allForTheTreasury = post("steward", "charter-preview", other);
        allForTheTreasury
                .then()
                .statusCode(200)
                .body("items[0].owner", equalTo("contributor:ada"))
                .body("items[0].wouldBe", equalTo("0.000000"))
                .body("items[3].owner", equalTo("treasury:" + lab.id))
                .body("items[3].was", equalTo("5.000000"))
                .body("items[3].wouldBe", equalTo("100.000000"));
    }

    @Test
    void are_the_values_of_its_works() {
        Response values = given().get("/v1/commons/" + lab.id + "/values");
        values.then()
                .statusCode(200)
                .body("items.contributionId", equalTo(List.of(adasWork, bobsWork)))
                .body("items[0].levels", equalTo(2))
                .body("items[0].quorum", equalTo(2))
                .body("items[0].live", equalTo(true))
                .body("items[0].charterInfluence", equalTo("500000"));
        assertThat(values.<String>path("items[0].value"))
                .isNotEqualTo(values.path("items[1].value"));
        Response first = given().get("/v1/commons/" + lab.id + "/values?limit=1");
        first.then().body("items", hasSize(1));
        given().get("/v1/commons/" + lab.id + "/values?cursor=" + first.path("next"))
                .then()
                .body("items.contributionId", equalTo(List.of(bobsWork)));
    }

    @Test
    void is_its_treasury() {
        Laboratory rich = Laboratory.founded(database);
        String revenue = rich.declared("10.00");
        rich.received(revenue, "4.00").written();
        rich.entry(revenue, "release");
        given().get("/v1/commons/" + rich.id + "/treasury")
                .then()
                .statusCode(200)
                .body("balances", hasSize(1))
                .body("balances[0].currency", equalTo("EUR"))
                .body("balances[0].accrued", equalTo("6.000000"))
                .body("balances[0].available", equalTo("4.000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "treasury"})
    void is_not_here_before_it_was_read(String what) {
        given().get("/v1/commons/" + UUID.randomUUID() + "/" + what)
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/not-found"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"amount\": {\"value\": \"1e3\", \"currency\": \"EUR\"}}",
                "{\"amount\": {\"value\": \"1\", \"currency\": \"eur\"}}",
                "{\"amount\": {\"value\": \"1\", \"currency\": \"EUR\"}, \"charter\": {}}",
                "{\"amount\": {\"value\": \"1\", \"currency\": \"EUR\"}, \"usage\": [null]}",
                "{\"amount\": {\"value\": \"1\", \"currency\": \"EUR\"}, \"more\": 1}"
            })
    void is_not_told_to_a_question_that_is_none(String body) {
        preview(body).then().statusCode(400);
    }

    @Test
    void is_not_told_of_what_could_never_be() {
        preview("{\"amount\": " + Laboratory.money("0.00") + "}")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/amount-not-positive"));
        String twice = "{\"contributionId\": \"%s\", \"weight\": 1}".formatted(adasWork);
        preview(amount(", \"usage\": [%s, %s]".formatted(twice, twice)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/usage-twice"));
        String falling = Laboratory.charter(0).replace("[0, 1, 2, 3, 5]", "[2, 1]");
        preview(amount(", \"charter\": " + falling))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/unsound-charter"));
    }
}
