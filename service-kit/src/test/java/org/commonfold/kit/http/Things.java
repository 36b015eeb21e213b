package org.commonfold.kit.http;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Somebody who makes things over REST. */
final class Things {

    private Things() {}

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static Response make(String body) {
        return as(token("mia", "maker")).body(body).post("/v1/things");
    }

    static Response makeOnce(String maker, String key, String body) {
        return as(token(maker, "maker"))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/things");
    }

    static String named(String name) {
        return "{\"name\": \"" + name + "\"}";
    }

    static ValidatableResponse assertProblem(Response response, int status, String type) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
    }
}
