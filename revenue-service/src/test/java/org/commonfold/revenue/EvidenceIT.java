package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.read;
import static org.commonfold.revenue.TheService.signed;
import static org.commonfold.revenue.TheService.webhook;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Evidence of a revenue, and the reason for voiding it,")
class EvidenceIT {

    private static final String URL = "https://acme.example/report.pdf?month=1";

    private static String commonsId;
    private String partnerId;

    @BeforeEach
    void a_commons_and_a_partner() {
        if (commonsId == null) {
            commonsId = TheLog.foundCommons();
            TheService.awaitKnown(commonsId);
        }
        partnerId = TheService.newPartner();
    }

    private static String shown(String url, String reference) {
        return declaration("12.50", reference)
                .replace("\"reference\"", "\"evidence\": \"" + url + "\", \"reference\"");
    }

    private ValidatableResponse annul(String revenueId, String body) {
        return as("treasurer")
                .body(body)
                .post("/v1/revenues/" + revenueId + "/voiding")
                .then();
    }

    @Test
    void is_kept_returned_and_a_part_of_what_is_declared() {
        String reference = newReference();
        String id = declare(partnerId, commonsId, shown(URL, reference))
                .statusCode(201)
                .body("evidence", equalTo(URL))
                .extract()
                .path("revenueId");

        read(id).body("evidence", equalTo(URL)).body("voiding", nullValue());
        declare(partnerId, commonsId, shown(URL, reference))
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        declare(partnerId, commonsId, declaration("12.50", reference)).statusCode(409);
        assertThat(TheLog.writtenByUs(commonsId, 1))
                .noneMatch(record -> record.value().contains("acme.example"));
    }

    @Test
    void comes_by_webhook_too() {
        String body = webhook(commonsId, shown(URL, newReference()));

        signed(TheService.newSecret(partnerId), "msg_1", Instant.now(), body)
                .post("/v1/webhooks/partners/" + partnerId)
                .then()
                .statusCode(201)
                .body("evidence", equalTo(URL));
    }

    @Test
    void is_a_url_of_at_most_2048_characters() {
        String longest = URL + "&" + "x".repeat(2048 - URL.length() - 1);

        declare(partnerId, commonsId, shown(longest, newReference())).statusCode(201);
        declare(partnerId, commonsId, shown(longest + "x", newReference()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/evidence"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme.example/report.pdf",
                "ftp://acme.example/",
                "javascript:alert(1)",
                "HTTPS://acme.example/",
                "https://",
                "https:///report.pdf",
                "https://acme.example/a b",
                "https://acme.example/\\u0000"
            })
    void is_nothing_else(String url) {
        declare(partnerId, commonsId, shown(url, newReference()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/evidence"));
    }

    @Test
    void is_told_with_who_did_it_and_when_and_not_to_the_log() {
        String id = declare(partnerId, commonsId, declaration("1.00", newReference()))
                .extract()
                .path("revenueId");

        annul(id, "{\"reason\": \"Declared twice\"}")
                .statusCode(200)
                .body("state", equalTo("voided"))
                .body("voiding.reason", equalTo("Declared twice"))
                .body("voiding.voidedBy", equalTo("tess"))
                .body("voiding.voidedAt", notNullValue());
        annul(id, "{\"reason\": \"Another\"}")
                .statusCode(200)
                .body("voiding.reason", equalTo("Declared twice"));
        TheService.asPartner(partnerId)
                .get("/v1/revenues/" + id)
                .then()
                .body("voiding.reason", equalTo("Declared twice"));
        assertThat(TheLog.writtenByUs(commonsId, 2))
                .noneMatch(record -> record.value().contains("Declared twice"));
    }

    @Test
    void may_be_left_out_with_the_body_or_without() {
        for (String body : new String[] {"", "{}"}) {
            String id = declare(partnerId, commonsId, declaration("1.00", newReference()))
                    .extract()
                    .path("revenueId");
            annul(id, body).statusCode(200).body("voiding.reason", nullValue());
        }
    }

    @Test
    void has_at_most_500_characters() {
        String id = declare(partnerId, commonsId, declaration("1.00", newReference()))
                .extract()
                .path("revenueId");

        annul(id, "{\"reason\": \"" + "x".repeat(501) + "\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/reason"));
        annul(id, "{\"reason\": \"\\n\"}").statusCode(400);
        annul(id, "{\"reason\": \"" + "x".repeat(500) + "\"}").statusCode(200);
    }
}
