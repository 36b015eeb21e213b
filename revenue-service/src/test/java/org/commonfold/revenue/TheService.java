package org.commonfold.revenue;

import static io.restassured.RestAssured.given;

import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.partnerToken;
import static org.commonfold.kit.testing.TestTokens.token;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The service as its callers see it. */
final class TheService {

    private static final AtomicInteger REFERENCES = new AtomicInteger();

    private TheService() {}

    static RequestSpecification as(String role) {
        return with(token("tess", role));
    }

    static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static RequestSpecification asPartner(String partnerId) {
        return with(partnerToken("bot", partnerId));
    }

    static String newPartner() {
        return as("operator")
                .body("{\"name\": \"Acme\"}")
                .post("/v1/partners")
                .then()
                .statusCode(201)
                .extract()
                .path("partnerId");
    }

    static String newSecret(String partnerId) {
        return as("operator")
                .post("/v1/partners/" + partnerId + "/signing-secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("secret");
    }

    static String newReference() {
        return "invoice " + REFERENCES.incrementAndGet();
    }

    static String declaration(String euros, String reference) {
        return """
                {"amount": {"value": "%s", "currency": "EUR"},
                 "period": {"from": "2017-01-01", "to": "2017-01-31"},
                 "reference": "%s"}""".formatted(euros, reference);
    }

    static String declarationOf(String contributionId, String reference) {
        return """
                {"amount": {"value": "12.50", "currency": "EUR"},
                 "period": {"from": "2017-01-01", "to": "2017-01-31"},
                 "usage": [{"contributionId": "%s", "weight": 3}],
                 "reference": "%s"}""".formatted(contributionId, reference);
    }

    static ValidatableResponse declare(String partnerId, String commonsId, String body) {
        return asPartner(partnerId)
                .body(body)
                .post("/v1/commons/" + commonsId + "/revenues")
                .then();
    }

    static ValidatableResponse receive(String revenueId, String euros, String reference) {
        String body =
                "{\"amount\": {\"value\": \"%s\", \"currency\": \"EUR\"}, \"reference\": \"%s\"}"
                        .formatted(euros, reference);
        return as("treasurer")
                .body(body)
                .post("/v1/revenues/" + revenueId + "/receipts")
                .then();
    }

    static ValidatableResponse read(String revenueId) {
        return as("treasurer").get("/v1/revenues/" + revenueId).then();
    }

    static ValidatableResponse annul(String revenueId) {
        return as("treasurer").post("/v1/revenues/" + revenueId + "/voiding").then();
    }

    /** Waits until the service has read of a commons. */
    static void awaitKnown(String commonsId) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> as("treasurer")
                                .get("/v1/commons/" + commonsId + "/revenues")
                                .statusCode()
                        == 200);
    }

    /** Waits until the service has read all of a commons: its partition has one order. */
    static void awaitRead(String partnerId, String commonsId) {
        String last = TheLog.publish(commonsId);
        String body = declarationOf(last, newReference());
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> declare(partnerId, commonsId, body).extract().statusCode() == 201);
    }

    static String webhook(String commonsId, String declaration) {
        String rest = declaration.strip().substring(1);
        return """
                {"type": "revenue.declared", "timestamp": "2017-02-01T09:00:00Z",
                 "data": {"commonsId": "%s", %s}""".formatted(commonsId, rest);
    }

    /** Signed by another implementation than ours. */
    static String signature(String secret, String id, Instant at, String body) {
        try {
            return new Webhook(secret).sign(id, at.getEpochSecond(), body);
        } catch (WebhookSigningException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static RequestSpecification signed(String secret, String id, Instant at, String body) {
        return given().contentType(ContentType.JSON)
                .header("webhook-id", id)
                .header("webhook-timestamp", at.getEpochSecond())
                .header("webhook-signature", signature(secret, id, at, body))
                .body(body);
    }
}
