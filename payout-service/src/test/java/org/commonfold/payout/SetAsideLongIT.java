package org.commonfold.payout;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.OwnBroker;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

/** Whose revenue takes long to book: here, because somebody holds its chain. */
@QuarkusTest
@TestProfile(SetAsideLongIT.SettingAside.class)
@DisplayName("A commons that is set aside")
class SetAsideLongIT {

    /** Has its log to itself. */
    public static final class SettingAside extends OwnBroker.Alone {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fold.set-aside-from", "1");
        }
    }

    private static final int PARTITION = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String HOLD = "select from chain_head where commons_id = '%s' for update";
    private static final String SET_ASIDE =
            "select key_set_aside from log_checkpoint where key_set_aside is not null";
    private static final String ENTRIES = "select count(*) from entry where revenue_id = '%s'";

    @Inject
    DataSource source;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Database database;
    private Laboratory large;
    private Laboratory small;

    @BeforeEach
    void two_commons_of_one_partition() {
        database = new Database(source);
        large = founded("ada");
        small = founded("bob");
        await().atMost(PATIENCE).until(() -> database.texts(SET_ASIDE).isEmpty());
    }

    /** It has booked one revenue. */
    private Laboratory founded(String author) {
        Laboratory lab = Laboratory.founded(source).at(servers).inPartition(PARTITION);
        String work = lab.published(author);
        lab.rated("rex", work, 5).rated("rita", work, 4);
        String revenue = lab.declared("10.00");
        lab.written().entry(revenue, "distribution");
        return lab;
    }

    @Test
    void keeps_no_other_waiting_and_is_booked_as_it_stands_in_the_log() throws SQLException {
        String waiting;
        try (Connection holding = source.getConnection();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute(HOLD.formatted(large.id));
            waiting = large.declared("20.00");
            large.received(waiting, "5.00").written();
            awaitSetAside(large);
            String another = small.declared(waiting, "7.00").declared("30.00");
            small.received(another, "30.00").written();

            small.entry(another, "distribution");
            small.entry(another, "release");
            assertThat(database.number(ENTRIES.formatted(waiting))).isZero();
            assertThat(database.texts(SET_ASIDE)).containsExactly(large.id);
            assertThat(replayed().getString("state")).isEqualTo("equal");
            holding.rollback();
        }
        large.entry(waiting, "distribution");
        large.entry(waiting, "release");
        await().atMost(PATIENCE).until(() -> database.texts(SET_ASIDE).isEmpty());
        assertThat(database.texts("select distinct commons_id from entry where revenue_id = '%s'"
                        .formatted(waiting)))
                .containsExactly(large.id);
        assertThat(replayed().getString("state")).isEqualTo("equal");
    }

    private void awaitSetAside(Laboratory lab) {
        await().atMost(PATIENCE).until(() -> database.texts(SET_ASIDE).contains(lab.id));
    }

    private static JsonPath replayed() {
        String id = await().atMost(PATIENCE)
                .until(
                        () -> olga().post("/v1/ledger/replays"),
                        response -> response.statusCode() == 201)
                .path("replayId");
        return await().atMost(PATIENCE)
                .until(
                        () -> olga().get("/v1/ledger/replays/" + id).jsonPath(),
                        replay -> !"running".equals(replay.getString("state")));
    }

    private static RequestSpecification olga() {
        return given().auth().oauth2(token("olga", "operator"));
    }
}
