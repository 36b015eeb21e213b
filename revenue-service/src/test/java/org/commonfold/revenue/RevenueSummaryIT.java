package org.commonfold.revenue;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheService.annul;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.receive;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("What a commons earns")
class RevenueSummaryIT {

    private String commonsId;
    private String acme;
    private String bolt;
    private String cord;

    @BeforeEach
    void a_commons_and_three_partners() {
        commonsId = TheLog.foundCommons();
        acme = TheService.newPartner();
        bolt = TheService.newPartner();
        cord = TheService.newPartner();
        TheService.awaitKnown(commonsId);
    }

    private String declared(String partnerId, String euros) {
        return declare(partnerId, commonsId, declaration(euros, newReference()))
                .statusCode(201)
                .extract()
                .path("revenueId");
    }

    private void declaredFor(String from, String to, String currency) {
        String body = declaration("1.00", newReference())
                .replace("2017-01-01", from)
                .replace("2017-01-31", to)
                .replace("EUR", currency);
        declare(acme, commonsId, body).statusCode(201);
    }

    private static ValidatableResponse publish(String partnerId, String ifMatch, boolean agrees) {
        return asPartner(partnerId)
                .header("If-Match", ifMatch)
                .body("{\"publishesRevenue\": " + agrees + "}")
                .patch("/v1/partners/" + partnerId)
                .then();
    }

    private ValidatableResponse summary(String query) {
        return given().get("/v1/commons/" + commonsId + "/revenue-summary" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void is_public_and_adds_up() {
        declared(acme, "10.00");
        String part = declared(bolt, "20.00");
        receive(part, "5.00", "transfer 1").statusCode(201);
        annul(part).statusCode(200);
        receive(declared(cord, "1.00"), "1.00", "transfer 2").statusCode(201);

        summary("")
                .body("items.quarter", contains("2017-Q1"))
                .body("items[0].currency", equalTo("EUR"))
                .body("items[0].total.revenueCount", equalTo(3))
                .body("items[0].total.declared", equalTo("31.00"))
                .body("items[0].total.received", equalTo("6.00"))
                .body("items[0].total.voided", equalTo("15.00"))
                .body("items[0].partners", empty())
                .body("items[0].others.revenueCount", equalTo(3))
                .body("next", nullValue());
    }

    @Test
    void names_a_partner_once_it_agrees_and_not_where_one_alone_does_not() {
        declared(acme, "10.00");
        declared(bolt, "20.00");
        declared(cord, "30.00");
        publish(acme, "\"1\"", true).statusCode(200).header("ETag", "\"2\"");

        summary("")
                .body("items[0].partners.partnerId", contains(acme))
                .body("items[0].partners[0].name", equalTo("Acme"))
                .body("items[0].partners[0].sums.declared", equalTo("10.00"))
                .body("items[0].others.declared", equalTo("50.00"));
        publish(bolt, "\"1\"", true).statusCode(200);
        summary("")
                .body("items[0].partners", empty())
                .body("items[0].others", nullValue())
                .body("items[0].total.declared", equalTo("60.00"));
        publish(cord, "*", true).statusCode(200);
        summary("").body("items[0].partners.partnerId", contains(cord, bolt, acme));
    }

    @Test
    void is_split_by_the_quarter_in_which_the_period_ends_and_by_currency() {
        declaredFor("2016-12-01", "2017-03-31", "EUR");
        declaredFor("2017-03-31", "2017-04-01", "EUR");
        declaredFor("2017-01-01", "2017-02-01", "CAD");
        declaredFor("2016-10-01", "2016-12-31", "EUR");

        summary("")
                .body("items.quarter", contains("2016-Q4", "2017-Q1", "2017-Q1", "2017-Q2"))
                .body("items.currency", contains("EUR", "CAD", "EUR", "EUR"))
                .body("items.total.revenueCount", contains(1, 1, 1, 1));
        String next = summary("?limit=2")
                .body("items.quarter", contains("2016-Q4", "2017-Q1"))
                .header("Link", notNullValue())
                .extract()
                .path("next");
        summary("?limit=2&cursor=" + next)
                .body("items.quarter", contains("2017-Q1", "2017-Q2"))
                .body("items.currency", contains("EUR", "EUR"))
                .body("next", nullValue());
    }

    @Test
    void of_an_unknown_commons_is_not_found() {
        given().get("/v1/commons/" + TheLog.newId() + "/revenue-summary")
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
        given().get("/v1/commons/" + commonsId + "/revenue-summary?cursor=Zm9v")
                .then()
                .statusCode(400);
    }

    @Test
    void names_a_partner_as_it_last_agreed() {
        asPartner(acme)
                .body("{\"publishesRevenue\": true}")
                .patch("/v1/partners/" + acme)
                .then()
                .statusCode(428);
        publish(acme, "\"2\"", true).statusCode(412);
        publish(acme, "\"1\"", true)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("publishesRevenue", equalTo(true));
        publish(acme, "\"2\"", true).statusCode(200).header("ETag", "\"2\"");
        publish(acme, "\"2\"", false).statusCode(200).header("ETag", "\"3\"");
        asPartner(acme)
                .get("/v1/partners/" + acme)
                .then()
                .header("ETag", "\"3\"")
                .body("publishesRevenue", equalTo(false));
        asPartner(acme)
                .header("If-Match", "*")
                .body("{}")
                .patch("/v1/partners/" + acme)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/publishesRevenue"));
    }

    @Test
    void comes_from_partners_that_an_operator_can_list() {
        String cursor = "";
        boolean found = false;
        do {
            ValidatableResponse page =
                    as("operator").get("/v1/partners?limit=200" + cursor).then().statusCode(200);
            found |= page.extract().<List<String>>path("items.partnerId").contains(cord);
            String next = page.extract().path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertThat(found).isTrue();
        as("operator")
                .get("/v1/partners?limit=1")
                .then()
                .body("items.name", hasItem("Acme"))
                .header("Link", notNullValue());
    }
}
