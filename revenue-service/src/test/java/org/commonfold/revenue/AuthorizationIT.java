package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.AuthorizationTable.byCaller;
import static org.commonfold.kit.testing.TestTokens.partnerToken;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.signature;
import static org.commonfold.revenue.TheService.webhook;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.AuthorizationTable;
import org.commonfold.kit.testing.Caller;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.kit.testing.SpoiledBodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Who may call")
class AuthorizationIT {

    private static final AuthorizationTable TABLE = AuthorizationTable.read();
    private static final String WEBHOOK = "POST /v1/webhooks/partners/{partnerId}";

    private static String commonsId;

    @TestHTTPResource("/")
    URI service;

    static List<String> operations() {
        return TABLE.operations();
    }

    static List<String> withBodies() {
        return operations().stream().filter(one -> body(one) != null).toList();
    }

    @BeforeEach
    void there_is_a_commons() {
        if (commonsId == null) {
            commonsId = TheLog.foundCommons();
            TheService.awaitKnown(commonsId);
        }
    }

    /** Each caller with a partner of its own, so that no cell depends on another. */
    @ParameterizedTest
    @MethodSource("operations")
    void is_as_the_table_has_it(String operation) {
        assertThat(byCaller(caller -> status(caller, operation, body(operation))))
                .isEqualTo(TABLE.expected(operation));
    }

    @ParameterizedTest
    @MethodSource("withBodies")
    void may_not_send_a_body_of_another_form(String operation) {
        SpoiledBodies.assertRefused(
                body(operation), body -> status(TABLE.permitted(operation), operation, body));
    }

    @Test
    void is_said_of_every_operation() {
        TABLE.assertComplete();
    }

    private int status(Caller caller, String operation, String body) {
        String[] parts = operation.split(" ");
        String partnerId = TheService.newPartner();
        String path = parts[1].replace("{partnerId}", partnerId).replace("{commonsId}", commonsId);
        if (path.contains("{revenueId}")) {
            path = path.replace("{revenueId}", revenueOf(partnerId));
        }
        if (path.contains("{secretId}")) {
            path = path.replace("{secretId}", secretOf(partnerId));
        }
        if (path.contains("{endpointId}")) {
            path = path.replace("{endpointId}", TheEndpoints.created(partnerId, "*"));
        }
        if (path.contains("{deliveryId}")) {
            String endpointId = TheEndpoints.created(partnerId, "*");
            path = path.replace("{deliveryId}", Partners.test(partnerId, endpointId));
        }
        Map<String, String> headers = new HashMap<>(Map.of("If-Match", "*"));
        if (caller == Caller.PARTNER) {
            headers.put("Authorization", "Bearer " + partnerToken("acme", partnerId));
        }
        if (operation.equals(WEBHOOK)) {
            headers.putAll(signedBy(partnerId, body));
        }
        return caller.status(parts[0], service.resolve(path), headers, body);
    }

    private static String body(String operation) {
        return switch (operation) {
            case "POST /v1/partners" -> "{\"name\": \"Acme\"}";
            case "PATCH /v1/partners/{partnerId}" -> "{\"publishesRevenue\": true}";
            case "POST /v1/revenues/{revenueId}/receipts" ->
                "{\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"},\"reference\":\"x\"}";
            case "POST /v1/commons/{commonsId}/revenues" -> declaration("1.00", newReference());
            case "POST /v1/partners/{partnerId}/endpoints" -> TheEndpoints.request("*");
            case "PATCH /v1/partners/{partnerId}/endpoints/{endpointId}" ->
                "{\"description\": \"Accounting\"}";
            case "POST /v1/partners/{partnerId}/endpoints/{endpointId}/test" -> "{}";
            case "POST /v1/partners/{partnerId}/endpoints/{endpointId}/recovery" ->
                "{\"since\": \"" + Instant.now().minusSeconds(60) + "\"}";
            case WEBHOOK -> webhook(commonsId, declaration("1.00", newReference()));
            default -> null;
        };
    }

    private static String revenueOf(String partnerId) {
        return TheService.declare(partnerId, commonsId, declaration("12.50", newReference()))
                .statusCode(201)
                .extract()
                .path("revenueId");
    }

    private static String secretOf(String partnerId) {
        return TheService.asPartner(partnerId)
                .post("/v1/partners/" + partnerId + "/signing-secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("secretId");
    }

    private static Map<String, String> signedBy(String partnerId, String body) {
        Instant now = Instant.now();
        String secret = TheService.newSecret(partnerId);
        return Map.of(
                "webhook-id", "msg_1",
                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                "webhook-signature", signature(secret, "msg_1", now, body));
    }
}
