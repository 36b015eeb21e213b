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

    static final String ADA_AND_BOB = "[{\"contributorId\": \"ada\", \"share\": 1},"
            + " {\"contributorId\": \"bob\", \"share\": 1}]";

    static final String CONTENT = """
            "contentUri": "https://example.org/rotor/2", "contentDigest": "sha256:%s\"""";

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

    /** A work of ada's with a title, a kind and a licence. */
    static String publishedByAda(String commonsId, String title, String kind, String licence) {
        String work = work().replace("Rotor", title)
                .replace("\"design\"", "\"" + kind + "\"")
                .replace("CC0-1.0", licence);
        return publish("ada", commonsId, work)
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
    }

    /** A work of ada's and bob's, half each. */
    static String publishedByTwo(String commonsId) {
        return publish("ada", commonsId, work(ADA_AND_BOB, "[]"))
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
    }

    static Response amend(String steward, String commonsId, String ifMatch, int quorum) {
        String charter = """
                {"criteria": [{"name": "quality", "weight": 2, "min": 1, "points": [0, 1]}],
                 "quorum": %d}""";
        return as(token(steward, "steward"))
                .header("If-Match", ifMatch)
                .body(charter.formatted(quorum))
                .put("/v1/commons/" + commonsId + "/charter");
    }

    static Response revise(String author, String contributionId, String ifMatch, String digit) {
        return as(token(author, "contributor"))
                .header("If-Match", ifMatch)
                .body("{" + CONTENT.formatted(digit.repeat(64)) + "}")
                .post("/v1/contributions/" + contributionId + "/revisions");
    }

    static Response reapportion(String author, String contributionId, String authors) {
        return as(token(author, "contributor"))
                .body("{\"authors\": " + authors + "}")
                .post("/v1/contributions/" + contributionId + "/reapportionments");
    }

    /** A work of ada's alone becomes ada's and bob's. */
    static void reapportionedToBoth(String contributionId) {
        reapportioned("ada", contributionId, ADA_AND_BOB, "bob");
    }

    /** With the consent of another. */
    static void reapportioned(String author, String contributionId, String authors, String other) {
        String proposal = reapportion(author, contributionId, authors)
                .then()
                .statusCode(201)
                .extract()
                .path("reapportionmentId");
        as(token(other, "contributor"))
                .post("/v1/contributions/" + contributionId + "/reapportionments/" + proposal
                        + "/confirmation")
                .then()
                .statusCode(200);
    }
}
