package org.commonfold.kit.outbox;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;

import jakarta.inject.Inject;

import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.NoBrokerYet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@TestProfile(LateBrokerLongIT.WithoutBroker.class)
@DisplayName("A service whose broker is not there when it starts")
class LateBrokerLongIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Without what the other tests share. */
    public static final class WithoutBroker implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NoBrokerYet.class));
        }
    }

    @TestHTTPResource(value = "/health/ready", management = true)
    URI readiness;

    @TestHTTPResource(value = "/health/live", management = true)
    URI liveness;

    @Inject
    EventStore events;

    @Inject
    DataSource source;

    private final String stream = UUID.randomUUID().toString();

    /** What is sent to the topic that the service itself reads, so that all of the way is seen. */
    @Test
    void takes_writes_and_catches_up_once_the_broker_is_there() throws Throwable {
        assertWorksWithoutABroker();
        record();

        EmbeddedBroker broker = NoBrokerYet.startBroker();
        try {
            await().atMost(PATIENCE).until(() -> unsent() == 0);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(effects()).isOne());
            given().get(readiness).then().statusCode(200);
            given().get(liveness).then().statusCode(200);
        } finally {
            broker.close();
        }
    }

    private void assertWorksWithoutABroker() {
        given().get(readiness).then().statusCode(200).body("status", equalTo("UP"));
        given().get(liveness).then().statusCode(200).body("status", equalTo("UP"));
        given().auth()
                .oauth2(token("mia", "maker"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"patient\"}")
                .post("/v1/things")
                .then()
                .statusCode(201);
    }

    private void record() throws Throwable {
        NewEvent event =
                new NewEvent("kit.log", stream, "ThingMade.v1", stream, Map.of("thingId", stream));
        VertxContextSupport.subscribeAndAwait(() -> events.append(stream, 0, List.of(event)));
        assertThat(unsent()).isOne();
    }

    private long unsent() {
        return new Database(source)
                .number("select count(*) from event where sent_at is null and stream_id = '"
                        + stream
                        + "'");
    }

    private long effects() {
        return new Database(source)
                .number("select count(*) from effect where event_id ="
                        + " (select event_id::text from event where stream_id = '"
                        + stream
                        + "')");
    }
}
