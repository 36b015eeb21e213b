package org.commonfold.revenue;

import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.signed;
import static org.commonfold.revenue.TheService.webhook;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;

@QuarkusTest
@TestProfile(WebhookLimitIT.Strict.class)
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The messages of a partner")
class WebhookLimitIT {

    private static final int MESSAGES = 2;

    /** So little that nothing comes back while a test runs. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("inbound-webhooks.messages-per-minute", "" + MESSAGES);
        }
    }

    private final String body = webhook(TheLog.newId(), declaration("1.00", newReference()));
    private String partnerId;
    private String secret;

    @BeforeEach
    void a_partner_with_a_secret() {
        partnerId = TheService.newPartner();
        secret = TheService.newSecret(partnerId);
    }

    private ValidatableResponse send(String partner, String signedWith) {
        return signed(signedWith, "msg_1", Instant.now(), body)
                .post("/v1/webhooks/partners/" + partner)
                .then();
    }

    @Test
    void are_limited_whatever_becomes_of_them() {
        send(partnerId, secret)
                .statusCode(404)
                .header("RateLimit-Policy", containsString("\"writes\";q="))
                .header("RateLimit-Policy", containsString(", \"messages\";q=2;w=60"))
                .header("RateLimit", matchesPattern(".*, \"messages\";r=1;t=[1-9][0-9]?"));
        send(partnerId, secret).statusCode(404);

        send(partnerId, secret)
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit", matchesPattern(".*, \"messages\";r=0;t=[1-9][0-9]?"))
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("type", equalTo("/problems/too-many-requests"));
    }

    @Test
    void are_not_used_up_by_strangers_or_by_other_partners() {
        String other = TheService.newPartner();
        String othersSecret = TheService.newSecret(other);
        for (int i = 0; i <= MESSAGES; i++) {
            send(partnerId, othersSecret)
                    .statusCode(401)
                    .header("RateLimit", not(containsString("messages")));
            send(other, othersSecret);
        }
        send(other, othersSecret).statusCode(429);

        send(partnerId, secret).statusCode(404);
    }
}
