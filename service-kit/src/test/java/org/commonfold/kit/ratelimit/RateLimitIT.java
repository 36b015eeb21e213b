package org.commonfold.kit.ratelimit;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.foreignToken;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

@QuarkusTest
@TestProfile(RateLimitIT.Strict.class)
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A caller")
class RateLimitIT {

    private static final int READS = 3;
    private static final int WRITES = 2;

    /** So little that nothing comes back while a test runs. */
    public static final class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "rate-limit.reads-per-minute", "" + READS,
                    "rate-limit.writes-per-minute", "" + WRITES);
        }
    }

    @TestHTTPResource(value = "/health/live", management = true)
    URI liveness;

    @Inject
    Refused refused;

    private final String mia = token("mia-" + UUID.randomUUID(), "maker");
    private final String max = token("max-" + UUID.randomUUID(), "maker");

    private static Response read(String token) {
        return given().auth().oauth2(token).get("/v1/things");
    }

    private static Response write(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\"}")
                .post("/v1/things");
    }

    private static void assertRefused(Response response, String policy, int quota) {
        response.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Policy", "\"%s\";q=%d;w=60".formatted(policy, quota))
                .header("RateLimit", matchesPattern("\"" + policy + "\";r=0;t=[1-9][0-9]?"))
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .body("type", equalTo("/problems/too-many-requests"))
                .body("title", equalTo("Too many requests"))
                .body("status", equalTo(429));
    }

    @Test
    void is_told_what_is_left_and_refused_one_past_the_limit() {
        for (int left = READS - 1; left >= 0; left--) {
            read(mia)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"reads\";q=3;w=60")
                    .header("RateLimit", matchesPattern("\"reads\";r=" + left + ";t=[1-9][0-9]?"))
                    .header("Retry-After", nullValue());
        }
        assertRefused(read(mia), "reads", READS);
    }

    @Test
    void may_still_write_when_there_is_nothing_left_to_read_with() {
        for (int i = 0; i <= READS; i++) {
            read(mia);
        }
        for (int i = 0; i < WRITES; i++) {
            write(mia).then().statusCode(201);
        }
        assertRefused(write(mia), "writes", WRITES);
    }

    @Test
    void is_not_disturbed_by_another() {
        for (int i = 0; i <= READS; i++) {
            read(mia);
        }
        read(max).then().statusCode(200);
    }

    @Test
    void without_a_token_or_with_one_that_does_not_hold_is_known_by_the_address() {
        given().get("/v1/nothing").then().statusCode(404);
        read(foreignToken("mia", "maker")).then().statusCode(200);
        given().get("/v1/things").then().statusCode(200);
        assertRefused(given().get("/v1/things"), "reads", READS);
        assertRefused(read(foreignToken("mia", "maker")), "reads", READS);
        write(foreignToken("mia", "maker")).then().statusCode(401);
        read(mia).then().statusCode(200);
    }

    @Test
    void who_is_refused_is_counted_by_the_limit() {
        double before = refused.by("writes").count();
        for (int i = 0; i < WRITES + 2; i++) {
            write(mia);
        }
        assertThat(refused.by("writes").count() - before).isEqualTo(2);
    }

    @Test
    void who_looks_after_the_service_is_not_counted() {
        for (int i = 0; i <= READS; i++) {
            given().get(liveness).then().statusCode(200).header("RateLimit", nullValue());
        }
    }
}
