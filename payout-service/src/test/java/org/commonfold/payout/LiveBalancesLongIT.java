package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@TestProfile(LiveBalancesLongIT.TwoThousandStreams.class)
@DisplayName("Live balances")
class LiveBalancesLongIT {

    private static final int STREAMS_MAX = 2_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What it said last: it listens, and is asked from time to time whether it still does. */
    private static final String LISTENING = """
              from pg_stat_activity
             where query in ('listen balance', 'select 1') and datname = current_database()""";

    /** Sooner than anybody could begin to listen again. */
    private static final String EARN_WHILE_NOBODY_LISTENS = """
            select pg_terminate_backend(pid) %s;
            insert into balance (commons_id, owner, currency, accrued)
            values ('%s', 'contributor:%s', 'EUR', 95000000)""";

    /** At the limit of an instance. */
    public static class TwoThousandStreams implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("live-balances.streams-max", Integer.toString(STREAMS_MAX));
        }
    }

    @Inject
    DataSource source;

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource("/v1/contributors/")
    URI contributors;

    private final List<EventStream> open = new ArrayList<>();
    private final String ada = "ada-" + UUID.randomUUID();
    private Laboratory lab;

    @BeforeEach
    void a_commons() {
        lab = Laboratory.founded(source);
    }

    @AfterEach
    void nothing_is_left_of_a_stream() {
        open.forEach(EventStream::close);
        await().atMost(PATIENCE).until(() -> streams() == 0);
    }

    private double streams() {
        return metrics.get("live_balance_streams").gauge().value();
    }

    private EventStream follow(String who, String lastEventId) {
        EventStream stream = EventStream.open(
                contributors.resolve("me/balances/stream"), token(who, "contributor"), lastEventId);
        open.add(stream);
        return stream;
    }

    private void earns(String who) {
        String work = lab.published(who);
        lab.rated("rex", work, 5).rated("rita", work, 5).declared("100.00");
        lab.written();
    }

    private static String read(String who) {
        return given().auth()
                .oauth2(token(who, "contributor"))
                .get("/v1/contributors/me/balances")
                .asString();
    }

    @Test
    void are_told_at_once_and_whenever_they_change() {
        EventStream stream = follow(ada, null);
        stream.await("\"balances\":[]");

        String work = lab.published(ada);
        lab.rated("rex", work, 5).rated("rita", work, 5);
        String revenue = lab.declared("100.00");
        lab.written();
        stream.await("\"accrued\":\"95.000000\"");
        lab.received(revenue, "100.00").written();
        stream.await("\"available\":\"95.000000\"");

        assertThat(stream.values("event:")).containsOnly("balances");
        assertThat(stream.lastOf("data:")).isEqualTo(read(ada));
    }

    @Test
    void are_not_told_for_what_others_earn() {
        EventStream adas = follow(ada, null);
        EventStream bobs = follow("bob-" + ada, null);
        adas.await("\"balances\":[]");

        earns("bob-" + ada);

        bobs.await("\"accrued\":\"95.000000\"");
        assertThat(adas.values("data:")).hasSize(1);
    }

    @Test
    void that_somebody_knows_are_told_when_they_change() {
        EventStream first = follow(ada, null);
        first.await("\"balances\":[]");
        EventStream again = follow(ada, first.lastOf("id:"));
        again.awaitHeartbeat();
        EventStream other = follow(ada, "0123456789abcdef");
        other.await("\"balances\":[]");

        earns(ada);

        again.await("\"accrued\":\"95.000000\"");
        assertThat(again.values("data:")).hasSize(1);
    }

    @Test
    void that_changed_while_nobody_listened_are_told_afterwards() {
        EventStream stream = follow(ada, null);
        stream.await("\"balances\":[]");

        Database database = new Database(source);
        assertThat(database.texts("select pid" + LISTENING)).isNotEmpty();
        database.execute(EARN_WHILE_NOBODY_LISTENS.formatted(LISTENING, lab.id, ada));

        stream.await("\"accrued\":\"95.000000\"");
    }

    /** Else one could keep all others out. */
    @Test
    void of_one_contributor_are_followed_twenty_times_at_once() {
        for (int i = 0; i < 20; i++) {
            follow(ada, null).await("\"balances\":[]");
        }
        given().auth()
                .oauth2(token(ada, "contributor"))
                .get("/v1/contributors/me/balances/stream")
                .then()
                .statusCode(503);
        follow("bob-" + ada, null).await("\"balances\":[]");
    }

    @Test
    void are_followed_by_two_thousand_at_once_and_by_no_more() {
        List<String> people = new ArrayList<>();
        for (int person = 0; person < STREAMS_MAX; person++) {
            people.add("p" + person + "-" + ada);
        }
        people.forEach(person -> follow(person, null));
        open.forEach(stream -> stream.await("\"balances\":[]"));
        await().atMost(PATIENCE).until(() -> streams() == STREAMS_MAX);
        Response oneMore = given().auth()
                .oauth2(token(ada, "contributor"))
                .get("/v1/contributors/me/balances/stream");
        oneMore.then().statusCode(503).body("type", equalTo("/problems/try-later"));
        assertThat(oneMore.header("Retry-After")).isNotNull();

        String work = lab.published(people.toArray(String[]::new));
        lab.rated("rex", work, 5).rated("rita", work, 5).declared("100.00");
        lab.written();

        open.forEach(stream -> stream.await("\"accrued\":\"0.047500\""));
    }

    @Test
    void are_not_told_to_a_question_that_is_none() {
        given().auth()
                .oauth2(token(ada, "contributor"))
                .header("Last-Event-ID", "x")
                .get("/v1/contributors/me/balances/stream")
                .then()
                .statusCode(400);
    }
}
