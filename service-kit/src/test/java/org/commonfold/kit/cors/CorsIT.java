package org.commonfold.kit.cors;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import org.commonfold.kit.Configured;
import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Configured.class)
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("With origins set, a browser")
class CorsIT {

    private static final String OURS = Configured.ORIGIN;

    private static Response make(String origin) {
        return given().header("Origin", origin)
                .auth()
                .oauth2(token("mia", "maker"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\"}")
                .post("/v1/things");
    }

    private static Response preflight(String origin, String method, String headers) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", headers)
                .options("/v1/things");
    }

    @Test
    void may_write_from_an_origin_of_ours_and_read_our_headers() {
        Response made = make(OURS);

        made.then().statusCode(201).header("Access-Control-Allow-Origin", equalTo(OURS));
        assertThat(made.header("Access-Control-Expose-Headers").split(","))
                .contains("ETag", "Location", "Link", "Retry-After", "RateLimit")
                .contains("RateLimit-Policy", "Idempotency-Replayed");
    }

    @Test
    void reads_our_refusals_too() {
        given().header("Origin", OURS)
                .get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", equalTo(OURS));
    }

    @Test
    void is_told_beforehand_what_it_may_send() {
        Response allowed = preflight(OURS, "PUT", "authorization,if-match");

        allowed.then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(OURS))
                .header("Access-Control-Max-Age", equalTo("600"))
                .header("RateLimit", nullValue());
        assertThat(allowed.header("Access-Control-Allow-Methods").split(","))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
        assertThat(allowed.header("Access-Control-Allow-Headers").split(","))
                .contains("Authorization", "Content-Type", "If-Match")
                .contains("Idempotency-Key", "Last-Event-ID");
    }

    @Test
    void is_refused_from_another_origin() {
        for (Response refused : new Response[] {
            make("https://evil.example"),
            make("https://app.example.evil.example"),
            preflight("https://evil.example", "POST", "authorization")
        }) {
            refused.then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
        }
    }
}
