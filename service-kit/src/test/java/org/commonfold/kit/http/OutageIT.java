package org.commonfold.kit.http;

import static io.restassured.RestAssured.given;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.UUID;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("While the database is not there, a request")
class OutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String key = UUID.randomUUID().toString();
    private final String name = key.substring(0, 20);

    @AfterEach
    void mend() {
        BreakableDatabase.CABLE.mend();
        await().atMost(PATIENCE).until(() -> make().statusCode() == 201);
    }

    private Response make() {
        return Things.makeOnce("mia", key, Things.named(name));
    }

    private static void assertTold(Response answer) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("/problems/try-later"));
    }

    @Test
    void is_told_to_come_later_and_later_it_is_done() {
        make().then().statusCode(201);
        BreakableDatabase.CABLE.cut();

        for (int i = 0; i < 3; i++) {
            assertTold(Things.makeOnce("mia", UUID.randomUUID().toString(), Things.named(name)));
            assertTold(given().get("/v1/things"));
        }
    }

    /** The service commits for itself now and then; so it is tried until it hits the request. */
    @Test
    void whose_commit_was_not_answered_is_answered_when_it_is_sent_again() {
        await().atMost(PATIENCE).until(() -> {
            String again = UUID.randomUUID().toString();
            BreakableDatabase.CABLE.loseNextCommitsAnswer();
            Response lost = Things.makeOnce("mia", again, Things.named(name));
            if (lost.statusCode() == 201) {
                return false;
            }
            assertTold(lost);
            Things.makeOnce("mia", again, Things.named(name))
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", "true");
            return true;
        });
    }
}
