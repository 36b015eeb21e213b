package org.commonfold.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.projection.EffectsProjection.SLOW;

import com.github.f4b6a3.uuid.UuidCreator;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.Consumer;
import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A key that is set aside")
class SetAsideIT {

    private static final int PARTITION = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String OTHERS = "key";
    private static final String STANDS = """
            select next_offset || ' ' || coalesce(ahead_offset || ' ' || key_set_aside, 'all')
              from log_checkpoint where topic = 'kit.log' and partition = 0""";
    private static final String MOVE =
            "update log_checkpoint set %s where topic = 'kit.log' and partition = 0";

    @Inject
    EffectsProjection projection;

    @Inject
    KafkaClientService kafka;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource source;

    private Database database;

    private final String a = id();
    private final String b = id();
    private final String c = id();
    private final String d = id();

    private static String id() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    @BeforeEach
    void all_is_read_so_far() throws Exception {
        database = new Database(source);
        projection.permits.drainPermits();
        awaitStanding(others(id()) + 1 + " all");
    }

    @AfterEach
    void all_is_well_again() throws Exception {
        projection.fails = false;
        projection.othersFail = false;
        projection.rebuilds = false;
        BreakableDatabase.CABLE.mend();
        projection.permits.release(1_000);
        awaitStanding(others(id()) + 1 + " all");
    }

    private static long others(String... ids) throws Exception {
        return KitLog.writeUnder(OTHERS, PARTITION, ids);
    }

    private static long slow(String... ids) throws Exception {
        return KitLog.writeUnder(SLOW, PARTITION, ids);
    }

    private void awaitStanding(String expected) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(database.texts(STANDS)).containsExactly(expected));
    }

    /** In the order they were written to the database. */
    private List<String> effects() {
        String ids = "'" + String.join("','", a, b, c, d) + "'";
        return database.texts(
                "select event_id from effect where event_id in (" + ids + ") order by number");
    }

    @Test
    void keeps_no_other_waiting() throws Exception {
        long first = slow(a);
        long last = others(b);

        awaitStanding(first + " " + (last + 1) + " slow");
        assertThat(effects()).containsExactly(b);
        assertThat(others(c)).isEqualTo(last + 1);
        awaitStanding(first + " " + (last + 2) + " slow");
        assertThat(effects()).containsExactly(b, c);
    }

    @Test
    void is_put_back_when_all_of_it_is_written_though_nothing_more_is_read() throws Exception {
        int putBack = projection.putBack.get();
        long first = slow(a);
        long last = others(b);
        awaitStanding(first + " " + (last + 1) + " slow");

        projection.permits.release();
        awaitStanding(last + 1 + " all");
        assertThat(effects()).containsExactly(b, a);
        assertThat(projection.putBack.get()).isEqualTo(putBack + 1);
    }

    @Test
    void is_written_in_its_own_order_each_once() throws Exception {
        long first = slow(a);
        long then = slow(c, a);
        awaitStanding(first + " " + (then + 1) + " slow");
        long last = slow(c, d);
        awaitStanding(first + " " + (last + 1) + " slow");
        long end = others(b, a) + 1;
        awaitStanding(first + " " + end + " slow");

        projection.permits.release(1);
        awaitStanding(then - 1 + " " + end + " slow");
        projection.permits.release(2);
        awaitStanding(end + " all");
        assertThat(effects()).containsExactly(b, a, c, d);
    }

    @Test
    void is_read_again_where_it_was_left_by_who_reads_next() throws Exception {
        long first = slow(a);
        others(b);
        long third = slow(c);
        awaitStanding(first + " " + (third + 1) + " slow");
        assignAnew();
        long last = others(d);
        awaitStanding(first + " " + (last + 1) + " slow");
        assertThat(effects()).containsExactly(b, d);

        projection.permits.release(10);
        awaitStanding(last + 1 + " all");
        assertThat(effects()).containsExactly(b, d, a, c);
    }

    /** All that is before it in memory only, too. */
    @Test
    void is_read_again_where_memory_is_rebuilt() throws Exception {
        long first = slow(a);
        long second = others(b);
        awaitStanding(first + " " + (second + 1) + " slow");
        projection.rebuilds = true;
        projection.refolded.clear();
        assignAnew();
        projection.permits.release(10);
        awaitStanding(second + 1 + " all");

        assertThat(projection.refolded).contains(second).doesNotContain(first);
        assertThat(projection.refolded.stream().filter(one -> one > second)).isEmpty();
        assertThat(effects()).containsExactly(b, a);
    }

    /** Nothing is left of it, but nobody has put it back. */
    @Test
    void is_put_back_by_who_reads_next() throws Exception {
        long last = others(b);
        awaitStanding(last + 1 + " all");
        move("next_offset = %d, ahead_offset = %d, key_set_aside = 'slow'"
                .formatted(last, last + 1));
        assignAnew();

        awaitStanding(last + 1 + " all");
        assertThat(effects()).containsExactly(b);
    }

    @Test
    void is_not_written_when_somebody_else_has_written_it() throws Exception {
        long first = slow(a);
        long last = others(b);
        awaitStanding(first + " " + (last + 1) + " slow");
        int assignments = projection.assignments.get();
        move("owner_beside = gen_random_uuid(), next_offset = next_offset + 1");
        projection.permits.release(10);

        awaitStanding(last + 1 + " all");
        assertThat(effects()).containsExactly(b);
        assertThat(projection.assignments.get()).isGreaterThan(assignments);
    }

    @Test
    void is_not_written_again_when_only_the_answer_to_the_commit_was_lost() throws Exception {
        long first = slow(a);
        long last = others(b);
        awaitStanding(first + " " + (last + 1) + " slow");
        int assignments = projection.assignments.get();
        double failures = metrics.counter("log_batch_failures").count();
        BreakableDatabase.CABLE.loseNextCommitsAnswer();
        projection.permits.release(10);

        awaitStanding(last + 1 + " all");
        assertThat(BreakableDatabase.CABLE.waitsForCommit()).isFalse();
        assertThat(metrics.counter("log_batch_failures").count()).isGreaterThan(failures);
        assertThat(effects()).containsExactly(b, a);
        assertThat(projection.assignments.get()).isEqualTo(assignments);
    }

    @Test
    void is_written_whole_or_not_at_all_and_tried_again() throws Exception {
        long first = slow(a, c);
        long last = others(b);
        awaitStanding(first - 1 + " " + (last + 1) + " slow");
        projection.fails = true;
        projection.attempts.set(0);
        projection.permits.release();
        await().atMost(PATIENCE).until(() -> projection.attempts.get() > 2);
        assertThat(effects()).containsExactly(b);

        projection.fails = false;
        awaitStanding(last + 1 + " all");
        assertThat(effects()).containsExactly(b, a, c);
    }

    /** What others write at its place meanwhile is not taken for ours. */
    @Test
    void is_written_by_an_owner_of_its_own() throws Exception {
        long first = slow(a);
        long last = others(b);
        awaitStanding(first + " " + (last + 1) + " slow");
        int assignments = projection.assignments.get();
        projection.othersFail = true;
        projection.attempts.set(0);
        others(c);
        await().atMost(PATIENCE).until(() -> projection.attempts.get() > 0);
        move("owner = gen_random_uuid(), ahead_offset = ahead_offset + 1");
        projection.permits.release(10);
        await().atMost(PATIENCE).until(() -> effects().contains(a));
        projection.othersFail = false;

        awaitStanding(last + 2 + " all");
        assertThat(effects()).containsExactly(b, a);
        assertThat(projection.assignments.get()).isGreaterThan(assignments);
    }

    @Test
    void stays_so_when_only_the_answer_to_a_commit_of_others_was_lost() throws Exception {
        long first = slow(a);
        long last = others(b);
        awaitStanding(first + " " + (last + 1) + " slow");
        int assignments = projection.assignments.get();
        BreakableDatabase.CABLE.loseNextCommitsAnswer();
        others(c);
        awaitStanding(first + " " + (last + 2) + " slow");
        projection.permits.release(10);

        awaitStanding(last + 2 + " all");
        assertThat(BreakableDatabase.CABLE.waitsForCommit()).isFalse();
        assertThat(effects()).containsExactly(b, c, a);
        assertThat(projection.assignments.get()).isEqualTo(assignments);
    }

    /** Though some of it waits whenever one looks. */
    @Test
    void is_put_back_though_there_is_more_of_it_all_the_time() throws Exception {
        int putBack = projection.putBack.get();
        projection.permits.release(1_000_000);
        String[] many = new String[1_000];
        long last = 0;
        for (int batch = 0; batch < 50; batch++) {
            Arrays.setAll(many, i -> id());
            last = slow(many);
        }
        awaitStanding(last + 1 + " all");
        assertThat(projection.putBack.get()).isGreaterThan(putBack + 1);
        assertThat(database.number("select count(*) from effect where log_offset > %d - 50000"
                        .formatted(last)))
                .isEqualTo(50_000);
    }

    @Test
    void is_set_aside_again_later() throws Exception {
        projection.permits.release(1);
        awaitStanding(slow(a) + 1 + " all");
        long first = slow(b);
        long last = others(c);
        awaitStanding(first + " " + (last + 1) + " slow");
        projection.permits.release(1);
        awaitStanding(last + 1 + " all");
        assertThat(effects()).containsExactly(a, c, b);
    }

    private void move(String where) {
        database.execute(MOVE.formatted(where));
    }

    private void assignAnew() {
        int before = projection.assignments.get();
        java.util.function.Consumer<Consumer<Object, Object>> rejoin = Consumer::enforceRebalance;
        kafka.getConsumer(LogReader.CHANNEL).runOnPollingThread(rejoin).await().indefinitely();
        await().atMost(PATIENCE).until(() -> projection.assignments.get() > before);
    }
}
