package org.commonfold.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;

import jakarta.inject.Inject;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A recorded event")
class OutboxRelayIT {

    private static final String TOPIC = "kit.sent";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LEADER = """
            from pg_locks where locktype = 'advisory' and granted and objsubid = 1
             and database = (select oid from pg_database where datname = current_database())""";

    @Inject
    DataSource source;

    @Inject
    Pool pool;

    @Inject
    OutboxRelay relay;

    private final String key = UUID.randomUUID().toString();
    private Database database;
    private SentRecords sent;

    @BeforeEach
    void a_look_at_both_ends() {
        database = new Database(source);
        sent = new SentRecords(TOPIC);
    }

    @AfterEach
    void all_is_well_again() {
        BreakableDatabase.CABLE.mend();
        sent.close();
    }

    private void record(Connection connection, String topic, int version) throws SQLException {
        record(connection, topic, version, Integer.toString(version).getBytes());
    }

    private void record(Connection connection, String topic, int version, byte[] data)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event
                    (event_id, stream_id, version, topic, record_key, headers, data)
                values (gen_random_uuid(), ?, ?, ?, ?, '[]', ?)""")) {
            insert.setString(1, key);
            insert.setInt(2, version);
            insert.setString(3, topic);
            insert.setBytes(4, key.getBytes());
            insert.setBytes(5, data);
            insert.executeUpdate();
        }
    }

    private void recordCommitted(String topic, int... versions) throws SQLException {
        try (Connection connection = source.getConnection()) {
            for (int version : versions) {
                record(connection, topic, version);
            }
        }
    }

    private long unsent() {
        return database.number("select count(*) from event where sent_at is null"
                + " and stream_id = '"
                + key
                + "'");
    }

    @Test
    void that_comes_among_many_is_sent_together_with_others() throws Exception {
        try (Connection connection = source.getConnection()) {
            for (int version = 1; version <= 200; version++) {
                record(connection, TOPIC, version);
                relay.wake();
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        await().atMost(PATIENCE).until(() -> unsent() == 0);

        String ours = " from event where stream_id = '" + key + "'";
        long batches = database.number("select count(distinct sent_at)" + ours);
        long millis = database.number(
                "select ceil(1000 * extract(epoch from max(sent_at) - min(recorded_at)))" + ours);
        assertThat(batches).isLessThanOrEqualTo(millis / 10 + 1);
    }

    @Test
    void that_is_committed_late_is_sent_although_later_ones_have_gone() throws SQLException {
        try (Connection slow = source.getConnection()) {
            slow.setAutoCommit(false);
            record(slow, TOPIC, 1);
            recordCommitted(TOPIC, 2);
            assertThat(sent.awaitValues(key, 1)).containsExactly("2");

            slow.commit();
            assertThat(sent.awaitValues(key, 2)).containsExactly("2", "1");
        }
    }

    @Test
    void keeps_its_place_among_thousands() throws SQLException {
        int[] versions = IntStream.rangeClosed(1, 3 * OutboxRelay.BATCH_MAX).toArray();
        recordCommitted(TOPIC, versions);

        List<String> expected =
                IntStream.of(versions).mapToObj(Integer::toString).toList();
        assertThat(sent.awaitValues(key, versions.length)).isEqualTo(expected);
        await().atMost(PATIENCE).until(() -> unsent() == 0);
    }

    /** A topic takes a mebibyte unless told otherwise, and a copy of a record has more headers. */
    @Test
    void may_be_a_copy_of_what_is_as_large_as_a_topic_takes() throws SQLException {
        byte[] large = new byte[1024 * 1024];
        new Random(1).nextBytes(large);
        try (SentRecords copies = new SentRecords("kit.copies");
                Connection connection = source.getConnection()) {
            record(connection, "kit.copies", 1, large);
            recordCommitted("kit.copies", 2);

            assertThat(copies.awaitValues(key, 2)).element(1).isEqualTo("2");
        }
    }

    @Test
    void travels_with_as_many_others_as_fit_and_alone_if_it_must() throws Exception {
        String topic = "kit.reluctant." + key;
        try (Admin broker = Admin.create(Map.of("bootstrap.servers", broker()))) {
            createReluctant(broker, topic);
            recordCommitted(topic, 101, 102, 103);

            UnsentEvents unsent = new UnsentEvents(pool);
            assertThat(unsent.oldest(10, 9)).hasSize(3);
            assertThat(unsent.oldest(10, 6)).hasSize(2);
            assertThat(unsent.oldest(10, 7)).hasSize(3);
            assertThat(unsent.oldest(10, 1)).hasSize(1);
            assertThat(unsent.oldest(2, 9)).hasSize(2);
            acknowledge(broker, topic);
            await().atMost(PATIENCE).until(() -> unsent() == 0);
        }
    }

    @Test
    void is_unsent_until_kafka_has_acknowledged_it() throws Exception {
        String topic = "kit.reluctant." + key;
        try (Admin broker = Admin.create(Map.of("bootstrap.servers", broker()))) {
            createReluctant(broker, topic);
            recordCommitted(topic, 1);
            await().during(Duration.ofSeconds(2)).until(() -> unsent() == 1);

            acknowledge(broker, topic);
            await().atMost(PATIENCE).until(() -> unsent() == 0);
        }
        try (SentRecords late = new SentRecords(topic)) {
            assertThat(late.awaitValues(key, 1)).containsExactly("1");
        }
    }

    /** Whose limit is smaller than any record: the broker gets each, and acknowledges none. */
    private static void createReluctant(Admin broker, String topic)
            throws ExecutionException, InterruptedException {
        NewTopic reluctant = new NewTopic(topic, 1, (short) 1);
        reluctant.configs(Map.of("max.message.bytes", "1"));
        broker.createTopics(List.of(reluctant)).all().get();
    }

    private static String broker() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    private static void acknowledge(Admin broker, String topic)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        ConfigEntry one = new ConfigEntry("max.message.bytes", "1048588");
        broker.incrementalAlterConfigs(
                        Map.of(resource, List.of(new AlterConfigOp(one, AlterConfigOp.OpType.SET))))
                .all()
                .get();
    }

    @Test
    void is_sent_by_one_relay_at_a_time() {
        await().atMost(PATIENCE).until(() -> database.number("select count(*) " + LEADER) == 1);
        assertThat(RelayLeadership.tryToTake(pool, () -> {})).isNull();
    }

    @Test
    void is_sent_by_who_leads_next_when_the_leader_has_lost_its_database() throws SQLException {
        await().atMost(PATIENCE).until(() -> database.number("select count(*) " + LEADER) == 1);
        String leader = database.texts("select pid " + LEADER).get(0);
        database.execute("select pg_terminate_backend(" + leader + ")");
        recordCommitted(TOPIC, 1);

        assertThat(sent.awaitValues(key, 1)).containsExactly("1");
        await().atMost(PATIENCE).until(() -> database.number("select count(*) " + LEADER) == 1);
        assertThat(database.texts("select pid " + LEADER)).doesNotContain(leader);
    }

    @Test
    void waits_out_an_outage_of_the_database_in_its_place() throws SQLException {
        BreakableDatabase.CABLE.cut();
        recordCommitted(TOPIC, 1, 2, 3);
        await().during(Duration.ofSeconds(1)).until(() -> sent.values(key).isEmpty());

        BreakableDatabase.CABLE.mend();
        assertThat(sent.awaitValues(key, 3)).containsExactly("1", "2", "3");
    }
}
