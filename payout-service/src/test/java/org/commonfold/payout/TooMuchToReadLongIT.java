package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(TooMuchToReadLongIT.LittlePatience.class)
@DisplayName("A question about more of the log than one request may read")
class TooMuchToReadLongIT {

    private static final int EVENTS = 5_000;

    /** Not enough for what is asked below, and enough to come further. */
    public static class LittlePatience implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("transparency.fold-patience", "PT0.02S");
        }
    }

    @Inject
    DataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"preview", "charter-preview"})
    void is_put_off_and_comes_further_with_every_attempt(String what) {
        Laboratory lab = Laboratory.founded(database);
        String work = lab.published("ada");
        for (int rating = 0; rating < EVENTS; rating++) {
            lab.rated("rater-" + rating, work, 5);
        }
        String revenue = lab.declared("1.00");
        lab.written().entry(revenue, "distribution");

        Response first = ask(lab, what);
        first.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/try-later"));
        assertThat(first.header("Retry-After")).isNotNull();
        for (int i = 0; i < 40; i++) {
            // Of one that never was, nothing is read, whichever partition it would lie in.
            given().get("/v1/commons/" + UUID.randomUUID() + "/values").then().statusCode(404);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> ask(lab, what).statusCode() == 200);
    }

    private static Response ask(Laboratory lab, String what) {
        return given().auth()
                .oauth2(token("sue", "steward"))
                .contentType(ContentType.JSON)
                .body(
                        what.equals("preview")
                                ? "{\"amount\": " + Laboratory.money("1.00") + "}"
                                : "{\"charter\": " + Laboratory.charter(0) + "}")
                .post("/v1/commons/" + lab.id + "/" + what);
    }
}
