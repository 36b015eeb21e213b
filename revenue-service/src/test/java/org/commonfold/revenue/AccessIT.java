package org.commonfold.revenue;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.expiredToken;
import static org.commonfold.kit.testing.TestTokens.foreignToken;
import static org.commonfold.kit.testing.TestTokens.partnerToken;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.with;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Access")
class AccessIT {

    private static final List<String> TAKES_NOTHING =
            List.of("secret-rotation", "signing-secrets", "voiding", "test", "{endpoint}");

    private String commonsId;
    private String partnerId;
    private String revenueId;
    private String endpointId;
    private String deliveryId;

    @BeforeEach
    void a_revenue_of_a_partner() {
        commonsId = TheLog.foundCommons();
        partnerId = TheService.newPartner();
        TheService.awaitKnown(commonsId);
        revenueId = TheService.declare(partnerId, commonsId, declaration("12.50", newReference()))
                .statusCode(201)
                .extract()
                .path("revenueId");
        endpointId = TheEndpoints.created(partnerId, "*");
        deliveryId = TheService.asPartner(partnerId)
                .body("{}")
                .post(TheEndpoints.path(partnerId, endpointId) + "/test")
                .then()
                .statusCode(202)
                .extract()
                .path("deliveryId");
    }

    private String path(String template) {
        return "/v1/"
                + template.replace("{endpoint}", "partners/{partner}/endpoints/" + endpointId)
                        .replace("{delivery}", deliveryId)
                        .replace("{partner}", partnerId)
                        .replace("{commons}", commonsId)
                        .replace("{revenue}", revenueId);
    }

    private static String body(String path) {
        if (path.endsWith("partners")) {
            return "{\"name\": \"Acme\"}";
        }
        if (path.endsWith("{partner}")) {
            return "{\"publishesRevenue\": true}";
        }
        if (path.endsWith("endpoints")) {
            return TheEndpoints.request("*");
        }
        if (path.endsWith("recovery")) {
            return "{\"since\": \"%s\"}".formatted(Instant.now().minusSeconds(60));
        }
        if (TAKES_NOTHING.stream().anyMatch(path::endsWith)) {
            return "{}";
        }
        return path.endsWith("receipts")
                ? "{\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"},\"reference\":\"x\"}"
                : declaration("1.00", newReference());
    }

    /** The status for: the partner itself, another, a treasurer, an operator, anybody else. */
    @ParameterizedTest
    @CsvSource({
        "POST,   partners,                                     403, 403, 403, 201, 403",
        "GET,    partners/{partner},                           200, 404, 403, 200, 403",
        "POST,   partners/{partner}/signing-secrets,           201, 404, 403, 201, 403",
        "GET,    partners,                                     403, 403, 403, 200, 403",
        "PATCH,  partners/{partner},                           200, 404, 403, 200, 403",
        "GET,    partners/{partner}/signing-secrets,           200, 404, 403, 200, 403",
        "DELETE, partners/{partner}/signing-secrets/{revenue}, 404, 404, 403, 404, 403",
        "POST,   commons/{commons}/revenues,                   201, 201, 403, 403, 403",
        "GET,    commons/{commons}/revenues,                   200, 200, 200, 200, 403",
        "GET,    revenues/{revenue},                           200, 404, 200, 200, 403",
        "POST,   revenues/{revenue}/receipts,                  403, 403, 201, 403, 403",
        "POST,   revenues/{revenue}/voiding,                   403, 403, 200, 403, 403",
        "POST,   partners/{partner}/endpoints,                 201, 404, 403, 201, 403",
        "GET,    partners/{partner}/endpoints,                 200, 404, 403, 200, 403",
        "GET,    {endpoint},                                   200, 404, 403, 200, 403",
        "PATCH,  {endpoint},                                   200, 404, 403, 200, 403",
        "DELETE, {endpoint},                                   204, 404, 403, 404, 403",
        "POST,   {endpoint}/secret-rotation,                   200, 404, 403, 200, 403",
        "POST,   {endpoint}/test,                              202, 404, 403, 202, 403",
        "GET,    {endpoint}/deliveries,                        200, 404, 403, 200, 403",
        "POST,   {endpoint}/recovery,                          200, 404, 403, 200, 403",
        "GET,    deliveries/{delivery},                        200, 404, 403, 200, 403",
        "POST,   deliveries/{delivery}/redelivery,             202, 404, 403, 202, 403"
    })
    void is_given_by_role(ArgumentsAccessor row) {
        List<String> tokens = List.of(
                partnerToken("bot", partnerId),
                partnerToken("bot", TheService.newPartner()),
                token("tess", "treasurer"),
                token("olga", "operator"),
                token("ada", "contributor", "steward"));
        List<Integer> expected = IntStream.range(2, 7).mapToObj(row::getInteger).toList();

        List<Integer> statuses = tokens.stream()
                .map(one -> status(one, row.getString(0), row.getString(1)))
                .toList();

        assertThat(statuses).isEqualTo(expected);
        for (String bad : badTokens()) {
            assertThat(status(bad, row.getString(0), row.getString(1))).isEqualTo(401);
        }
        given().contentType(ContentType.JSON)
                .request(row.getString(0), path(row.getString(1)))
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthorized"));
    }

    private static List<String> badTokens() {
        String[] all = {"treasurer", "operator", "partner"};
        return List.of("x.y.z", expiredToken("tess", all), foreignToken("tess", all));
    }

    private int status(String token, String method, String template) {
        return with(token)
                .header("If-Match", "*")
                .body(body(template))
                .request(method, path(template))
                .statusCode();
    }

    @Test
    void is_denied_to_tokens_that_speak_for_no_registered_partner() {
        List<String> tokens = List.of(
                token("bot", "partner"),
                partnerToken("bot", "acme"),
                partnerToken("bot", TheLog.newId()));
        for (String nobodys : tokens) {
            with(nobodys)
                    .body(declaration("1.00", newReference()))
                    .post(path("commons/{commons}/revenues"))
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems/forbidden"));
            with(nobodys).get(path("revenues/{revenue}")).then().statusCode(403);
        }
    }
}
