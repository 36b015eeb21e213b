package org.commonfold.kit.eventstore;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A stream")
class EventStoreIT {

    @Inject
    DataSource source;

    @Inject
    EventStore store;

    private final String stream = UUID.randomUUID().toString();

    private ValidatableResponse append(int expectedVersion) {
        return given().auth()
                .oauth2(token("mia", "maker"))
                .queryParam("expected", expectedVersion)
                .post("/v1/streams/" + stream)
                .then();
    }

    private String events() {
        return new Database(source).texts("""
                        select string_agg(concat_ws(' ', version, convert_from(record_key, 'UTF8'),
                                   convert_from(data, 'UTF8'), header ->> 1), ', '
                                   order by position)
                          from event, json_array_elements(headers) header
                         where header ->> 0 = 'ce_type'
                           and stream_id = '%s'""".formatted(stream)).get(0);
    }

    private String event(int version) {
        return version + " " + stream + " {\"a\":1} org.commonfold.ThingAnnounced.v1";
    }

    @Test
    void holds_events_in_the_order_in_which_they_were_decided() {
        append(0).statusCode(201);
        append(2).statusCode(201);

        assertThat(events()).isEqualTo(String.join(", ", event(1), event(2), event(3), event(4)));
    }

    @Test
    void takes_one_of_two_decisions_on_the_same_past_and_nothing_of_the_other() {
        append(0).statusCode(201);

        append(0).statusCode(409).body("type", equalTo("/problems/concurrent-change"));
        append(1).statusCode(409).body("type", equalTo("/problems/concurrent-change"));
        assertThat(events()).isEqualTo(event(1) + ", " + event(2));
    }

    /** Of a caller that has begun no transaction. */
    @Test
    void takes_all_events_that_are_appended_together_or_none() throws Throwable {
        NewEvent event =
                new NewEvent("kit.sent", stream, "ThingAnnounced.v1", stream, Map.of("a", 1));
        VertxContextSupport.subscribeAndAwait(() -> store.append(stream, 1, List.of(event)));

        assertThatThrownBy(() -> VertxContextSupport.subscribeAndAwait(
                        () -> store.append(stream, 0, List.of(event, event))))
                .hasStackTraceContaining("event_stream_version");
        assertThat(events()).isEqualTo(event(2));
    }
}
