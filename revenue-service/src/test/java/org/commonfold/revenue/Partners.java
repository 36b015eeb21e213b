package org.commonfold.revenue;

import static org.commonfold.revenue.TheService.asPartner;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

import java.util.List;

/** What partners do with their endpoints, for tests in other packages. */
public final class Partners {

    private Partners() {}

    public static String newPartner() {
        return TheService.newPartner();
    }

    public static JsonPath endpoint(String partnerId, String body) {
        return accepted(asPartner(partnerId).body(body).post(TheEndpoints.path(partnerId)), 201);
    }

    public static JsonPath endpointOf(String partnerId, String endpointId) {
        return TheEndpoints.read(partnerId, endpointId)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Sends a test, and gives the delivery's id. */
    public static String test(String partnerId, String endpointId) {
        String path = TheEndpoints.path(partnerId, endpointId) + "/test";
        return accepted(asPartner(partnerId).body("{}").post(path), 202).getString("deliveryId");
    }

    /** The new secret. */
    public static String rotateSecret(String partnerId, String endpointId) {
        String path = TheEndpoints.path(partnerId, endpointId) + "/secret-rotation";
        return accepted(asPartner(partnerId).post(path), 200).getString("secret");
    }

    public static void disable(String partnerId, String endpointId) {
        TheEndpoints.change(partnerId, endpointId, "{\"enabled\": false}").statusCode(200);
    }

    public static void move(String partnerId, String endpointId, String url) {
        TheEndpoints.change(partnerId, endpointId, "{\"url\": \"%s\"}".formatted(url))
                .statusCode(200);
    }

    public static void remove(String partnerId, String endpointId) {
        String version = TheEndpoints.read(partnerId, endpointId).extract().header("ETag");
        asPartner(partnerId)
                .header("If-Match", version)
                .delete(TheEndpoints.path(partnerId, endpointId))
                .then()
                .statusCode(204);
    }

    public static void redeliver(String partnerId, String deliveryId) {
        accepted(asPartner(partnerId).post("/v1/deliveries/" + deliveryId + "/redelivery"), 202);
    }

    public static boolean isKnown(String partnerId, String deliveryId) {
        return asPartner(partnerId).get("/v1/deliveries/" + deliveryId).statusCode() == 200;
    }

    public static JsonPath delivery(String partnerId, String deliveryId) {
        return asPartner(partnerId)
                .get("/v1/deliveries/" + deliveryId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static List<String> deliveryIds(String partnerId, String endpointId) {
        return TheEndpoints.deliveries(partnerId, endpointId).getList("items.deliveryId");
    }

    private static JsonPath accepted(Response answer, int status) {
        return answer.then().statusCode(status).extract().jsonPath();
    }
}
