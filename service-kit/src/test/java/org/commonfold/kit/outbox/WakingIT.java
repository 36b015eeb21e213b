package org.commonfold.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.inject.Inject;

import org.commonfold.kit.Configured;
import org.commonfold.kit.eventstore.EventStore;
import org.commonfold.kit.eventstore.NewEvent;
import org.commonfold.kit.idempotency.Answer;
import org.commonfold.kit.idempotency.Commands;
import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@TestProfile(Configured.class)
@DisplayName("The outbox, which would look by itself once a day,")
class WakingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNSENT =
            "select count(*) from event where sent_at is null and stream_id = '%s'";

    @Inject
    Commands commands;

    @Inject
    EventStore events;

    @Inject
    Pool pool;

    @Inject
    DataSource source;

    private final String stream = UUID.randomUUID().toString();

    @Test
    void is_woken_by_each_command_that_was_committed() throws Throwable {
        for (int version = 0; version < 5; version++) {
            command(version);
            await().atMost(PATIENCE)
                    .until(() -> new Database(source).number(UNSENT.formatted(stream)) == 0);
        }
    }

    private void command(int version) throws Throwable {
        NewEvent event =
                new NewEvent("kit.sent", stream, "ThingMade.v1", stream, Map.of("thingId", stream));
        VertxContextSupport.subscribeAndAwait(() ->
                commands.run(() -> events.append(stream, version, List.of(event))
                        .replaceWith(Answer.created("/v1/things/" + stream, Map.of()))));
    }

    @Test
    void is_woken_in_another_replica_by_the_database() throws Exception {
        OtherRelays others = new OtherRelays(pool);
        try (Connection leader = source.getConnection()) {
            leader.createStatement().execute("listen outbox");
            for (int i = 0; i < 100; i++) {
                others.wake();
            }
            PGConnection news = leader.unwrap(PGConnection.class);
            assertThat(news.getNotifications(30_000)).isNotEmpty();
            await().atMost(PATIENCE).until(() -> news.getNotifications(500).length == 0);

            others.wake();
            assertThat(news.getNotifications(30_000)).hasSize(1);
            leader.createStatement().execute("unlisten *");
        }
    }
}
