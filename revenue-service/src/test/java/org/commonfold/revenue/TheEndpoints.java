package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.revenue.TheService.asPartner;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Endpoints of partners. Those of these tests lead nowhere: nothing can be delivered there. */
final class TheEndpoints {

    private TheEndpoints() {}

    static String path(String partnerId) {
        return "/v1/partners/" + partnerId + "/endpoints";
    }

    static String path(String partnerId, String endpointId) {
        return path(partnerId) + "/" + endpointId;
    }

    static String request(String... eventTypes) {
        return """
                {"url": "https://hooks.invalid/in", "eventTypes": ["%s"]}""".formatted(String.join("\", \"", eventTypes));
    }

    static ValidatableResponse create(String partnerId, String request) {
        return asPartner(partnerId).body(request).post(path(partnerId)).then();
    }

    static String created(String partnerId, String... eventTypes) {
        return create(partnerId, request(eventTypes)).statusCode(201).extract().path("endpointId");
    }

    static ValidatableResponse read(String partnerId, String endpointId) {
        return asPartner(partnerId).get(path(partnerId, endpointId)).then();
    }

    static ValidatableResponse change(String partnerId, String endpointId, String change) {
        String version = read(partnerId, endpointId).statusCode(200).extract().header("ETag");
        return asPartner(partnerId)
                .header("If-Match", version)
                .body(change)
                .patch(path(partnerId, endpointId))
                .then();
    }

    /** The newest first. */
    static JsonPath deliveries(String partnerId, String endpointId) {
        return asPartner(partnerId)
                .get(path(partnerId, endpointId) + "/deliveries?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static JsonPath awaitDeliveries(String partnerId, String endpointId, int count) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> deliveries(partnerId, endpointId),
                        page -> page.getList("items").size() >= count);
    }

    static List<String> eventTypes(String partnerId, String endpointId) {
        return deliveries(partnerId, endpointId).getList("items.eventType");
    }

    /** What is sent, after a look whether it is what its type's schema says. */
    static JsonPath body(String partnerId, String deliveryId) {
        JsonPath delivery = asPartner(partnerId)
                .get("/v1/deliveries/" + deliveryId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        byte[] body = delivery.getString("body").getBytes(StandardCharsets.UTF_8);
        try {
            assertThat(Contracts.violationsOfBody(delivery.getString("eventType"), body))
                    .as(delivery.getString("body"))
                    .isEmpty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return JsonPath.from(delivery.getString("body"));
    }
}
