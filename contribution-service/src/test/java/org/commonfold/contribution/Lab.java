package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A laboratory's people, using the service over REST. */
final class Lab {

    static final String COMMONS = """
            {"name": "Open lab", "charter": {"criteria": [
                {"name": "quality", "weight": 2, "min": 1, "points": [0, 1, 2, 3, 5]}
            ]}}""";

    private Lab() {}

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static Response found(String founder, String body) {
        return as(token(founder, "steward")).body(body).post("/v1/commons");
    }

    static String foundedBy(String founder) {
        return found(founder, COMMONS).then().statusCode(201).extract().path("commonsId");
    }

    /** By ada, alone. */
    static String work() {
        return work("[{\"contributorId\": \"ada\", \"share\": 1}]", "[]");
    }

    static String work(String authors, String derivedFrom) {
        String work = """
                {"title": "Rotor", "kind": "design", "licence": "CC0-1.0",
                 "contentUri": "https://example.org/rotor", "contentDigest": "sha256:%s",
                 "authors": %s, "derivedFrom": %s}""";
        return work.formatted("0".repeat(64), authors, derivedFrom);
    }

    static Response publish(String author, String commonsId, String body) {
        return as(token(author, "contributor"))
                .body(body)
                .post("/v1/commons/" + commonsId + "/contributions");
    }

    static String publishedByAda(String commonsId) {
        return publish("ada", commonsId, work())
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
    }

    static Response withdraw(String token, String contributionId) {
        return as(token).post("/v1/contributions/" + contributionId + "/withdrawal");
    }
}
