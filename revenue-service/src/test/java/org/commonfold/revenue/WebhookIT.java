package org.commonfold.revenue;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.signature;
import static org.commonfold.revenue.TheService.signed;
import static org.commonfold.revenue.TheService.webhook;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A webhook")
class WebhookIT {

    private String commonsId;
    private String partnerId;
    private String secret;
    private int expectedRevenues;

    @BeforeEach
    void a_commons_and_a_partner_with_a_secret() {
        commonsId = TheLog.foundCommons();
        partnerId = TheService.newPartner();
        secret = TheService.newSecret(partnerId);
        TheService.awaitKnown(commonsId);
    }

    @AfterEach
    void changed_nothing_else() {
        as("treasurer")
                .get("/v1/commons/" + commonsId + "/revenues")
                .then()
                .body("items", hasSize(expectedRevenues));
    }

    private String path() {
        return "/v1/webhooks/partners/" + partnerId;
    }

    private ValidatableResponse send(String id, String body) {
        return signed(secret, id, Instant.now(), body).post(path()).then();
    }

    private String newWebhook() {
        return webhook(commonsId, declaration("12.50", newReference()));
    }

    @Test
    void declares_a_revenue() {
        expectedRevenues = 1;
        ValidatableResponse answer = send("msg_1", newWebhook());

        String id = answer.statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .body("partnerId", equalTo(partnerId))
                .body("commonsId", equalTo(commonsId))
                .body("state", equalTo("declared"))
                .extract()
                .path("revenueId");
        answer.header("Location", endsWith("/v1/revenues/" + id));
        assertThat(TheLog.writtenByUs(commonsId, 1)).hasSize(1);
    }

    @Test
    void has_at_most_64_kibibytes_which_are_read_before_anything_is_verified() {
        expectedRevenues = 1;
        String body = newWebhook();
        String largest = body + " ".repeat(64 * 1024 - body.length());

        send("msg_1", largest).statusCode(201);
        send("msg_2", largest + " ")
                .statusCode(413)
                .body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void delivered_again_gets_the_first_answer_again() {
        expectedRevenues = 1;
        String body = newWebhook();
        String first = send("msg_1", body).statusCode(201).extract().asString();

        signed(secret, "msg_1", Instant.now().minusSeconds(60), body)
                .post(path())
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
    }

    @Test
    void with_an_id_used_for_another_body_is_refused() {
        expectedRevenues = 1;
        send("msg_1", newWebhook()).statusCode(201);

        send("msg_1", newWebhook())
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void for_a_reference_that_was_declared_gets_the_first_answer_again() {
        expectedRevenues = 1;
        String declaration = declaration("12.50", newReference());
        String first = declare(partnerId, commonsId, declaration)
                .statusCode(201)
                .extract()
                .asString();

        send("msg_1", webhook(commonsId, declaration))
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        send("msg_2", webhook(commonsId, declaration.replace("12.50", "12.51")))
                .statusCode(409)
                .body("type", equalTo("/problems/reference-reused"));
    }

    @Test
    void may_be_signed_with_either_of_two_secrets_but_not_with_a_deleted_one() {
        expectedRevenues = 2;
        String secrets = "/v1/partners/" + partnerId + "/signing-secrets";
        ValidatableResponse second =
                TheService.asPartner(partnerId).post(secrets).then().statusCode(201);
        String secondId = second.extract().path("secretId");
        String secondSecret = second.extract().path("secret");

        assertThat(secondSecret).matches("whsec_[A-Za-z0-9+/]{43}=");
        second.header("Location", endsWith(secrets + "/" + secondId));
        as("operator")
                .post(secrets)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-signing-secrets"));
        send("msg_1", newWebhook()).statusCode(201);
        String body = newWebhook();
        Instant now = Instant.now();
        given().header("webhook-id", "msg_2")
                .header("webhook-timestamp", now.getEpochSecond())
                .header(
                        "webhook-signature",
                        "v1,AAAA v1a,BBBB " + signature(secondSecret, "msg_2", now, body))
                .contentType("application/json")
                .body(body)
                .post(path())
                .then()
                .statusCode(201);
        as("operator").delete(secrets + "/" + secondId).then().statusCode(204);
        as("operator").delete(secrets + "/" + secondId).then().statusCode(404);
        refused(signed(secondSecret, "msg_3", Instant.now(), newWebhook())
                .post(path())
                .then());
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-signature"));
    }

    @Test
    void with_a_bad_signature_is_refused_before_anything_is_parsed() {
        String foreign = TheService.newSecret(TheService.newPartner());

        refused(signed(foreign, "msg_1", Instant.now(), newWebhook())
                .post(path())
                .then());
        refused(signed(foreign, "msg_1", Instant.now(), "{").post(path()).then());
        refused(signed(foreign, "msg_1", Instant.EPOCH, "{").post(path()).then());
        refused(signed(secret, "msg_1", Instant.now(), "{")
                .body("[")
                .post(path())
                .then());
        refused(given().contentType(ContentType.JSON)
                .body(newWebhook())
                .post(path())
                .then());
        refused(given().post(path()).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void without_a_header_is_refused(String missing) {
        String body = newWebhook();
        Instant now = Instant.now();
        var request = given().contentType(ContentType.JSON).body(body);
        if (!"webhook-id".equals(missing)) {
            request.header("webhook-id", "msg_1");
        }
        if (!"webhook-timestamp".equals(missing)) {
            request.header("webhook-timestamp", now.getEpochSecond());
        }
        if (!"webhook-signature".equals(missing)) {
            request.header("webhook-signature", signature(secret, "msg_1", now, body));
        }
        refused(request.post(path()).then());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0198c0de-0000-7000-8000-000000000001", "nobody", "%00", "1-1-1-1-1"})
    void of_an_unknown_partner_is_refused_like_a_bad_signature(String stranger) {
        String body = newWebhook();

        refused(signed(secret, "msg_1", Instant.now(), body)
                .urlEncodingEnabled(false)
                .post("/v1/webhooks/partners/" + stranger)
                .then());
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 310})
    void signed_too_long_ago_or_too_far_ahead_is_refused(long seconds) {
        Instant at = Instant.now().plusSeconds(seconds);

        signed(secret, "msg_1", at, newWebhook())
                .post(path())
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/timestamp-out-of-tolerance"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "400 | malformed-json      | `{\"type\": `",
                "400 | invalid-request     | `{\"type\": \"revenue.declared\"} {}`",
                "400 | malformed-json      | `\u0000`",
                "400 | invalid-request     | ``",
                "400 | invalid-request     | `null`",
                "400 | invalid-request     | `[]`",
                "400 | invalid-request     | `5`",
                "400 | invalid-request     | `{}`",
                "400 | invalid-request     | `{\"type\": 5}`",
                "400 | invalid-request     | `{\"type\": \"revenue.declared\"}`",
                "400 | invalid-request     | `{\"type\": \"revenue.declared\", \"colour\": 1}`",
                "422 | unknown-webhook-type| `{\"type\": \"revenue.sung\", \"data\": {\"x\": 1}}`"
            })
    void that_is_signed_but_not_understood_is_refused(int status, String type, String body) {
        send("msg_1", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }

    @Test
    void is_read_as_strictly_as_any_request() {
        String body = newWebhook();

        send("msg_1", body.replace("\"12.50\"", "12.50"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/data/amount/value"));
        send("msg_2", body.replace("\"12.50\"", "\"1e3\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/data/amount/value"));
        send("msg_3", body.replace("\"reference\"", "\"ref\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/data/ref"));
        send("msg_4", body.replace("2017-02-01T09:00:00Z", "yesterday"))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/timestamp"));
        send("msg_5", body.replace("12.50", "0.001"))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-amount"));
        send("msg_6", webhook(TheLog.newId(), declaration("1.00", newReference())))
                .statusCode(404)
                .header("Retry-After", "1");
    }

    @Test
    void that_was_refused_may_be_sent_again_under_its_id() {
        expectedRevenues = 1;
        String later = TheLog.newId();
        String body = webhook(commonsId, TheService.declarationOf(later, newReference()));
        send("msg_1", body)
                .statusCode(422)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/unknown-contribution"));

        TheLog.send("ContributionPublished", commonsId, TheLog.published(commonsId, later));
        org.awaitility.Awaitility.await()
                .until(() -> send("msg_1", body).extract().statusCode() == 201);
    }
}
