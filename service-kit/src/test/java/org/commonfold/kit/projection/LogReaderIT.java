package org.commonfold.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("What is read from the log into the database")
class LogReaderIT {

    private static final int PARTITION = 0;
    /** Of which the first records are deleted. */
    private static final int BEHEADED = 1;

    private static final String SEEN = "select coalesce(sum(event_count), 0) from log_segment";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    EffectsProjection projection;

    @Inject
    KafkaClientService kafka;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource source;

    private Database database;

    /** Ids of this test's own. */
    private final String a = id();

    private final String b = id();
    private final String c = id();

    /** Of version 7, as ours are. */
    private static String id() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    /** Of another version. */
    private static String otherId() {
        return UUID.randomUUID().toString();
    }

    @BeforeEach
    void all_is_read_so_far() throws Exception {
        database = new Database(source);
        awaitRead(KitLog.write(PARTITION, id()));
    }

    @AfterEach
    void all_is_well_again() {
        projection.fails = false;
        projection.rebuilds = false;
        BreakableDatabase.CABLE.mend();
    }

    private void awaitRead(long offset) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(this::readUpTo, upTo -> upTo > offset);
    }

    private long readUpTo() {
        return database.number("select coalesce(max(next_offset), 0) from log_checkpoint"
                + " where partition = "
                + PARTITION);
    }

    /** In the order of the log, each as often as it was written. */
    private List<String> effectsOf(String... eventIds) {
        String ids = "'" + String.join("','", eventIds) + "'";
        return database.texts(
                "select event_id from effect where event_id in (" + ids + ") order by log_offset");
    }

    private double counted(String metric) {
        return metrics.counter(metric).count();
    }

    @Test
    void counts_once_however_often_and_how_far_apart_it_is_delivered() throws Exception {
        double duplicates = counted("log_duplicate_records");
        KitLog.write(PARTITION, a, a, b);
        awaitRead(KitLog.write(PARTITION, b, c));
        awaitRead(KitLog.write(PARTITION, a, c));

        assertThat(effectsOf(a, b, c)).containsExactly(a, b, c);
        assertThat(counted("log_duplicate_records") - duplicates).isEqualTo(4);
    }

    @Test
    void counts_once_under_ids_that_tell_no_time_as_well() throws Exception {
        String d = otherId();
        String e = otherId();
        KitLog.write(PARTITION, d, d, a, e);
        awaitRead(KitLog.write(PARTITION, e, a));
        awaitRead(KitLog.write(PARTITION, d, b));

        assertThat(effectsOf(a, b, d, e)).containsExactly(d, a, e, b);
    }

    @Test
    void counts_once_while_its_first_is_still_being_written() throws Exception {
        String d = otherId();
        projection.fails = true;
        projection.attempts.set(0);
        KitLog.write(PARTITION, a, d);
        await().atMost(PATIENCE).until(() -> projection.attempts.get() > 0);
        KitLog.write(PARTITION, a, d);
        long last = KitLog.write(PARTITION, d, b, a);
        await().atMost(PATIENCE).until(() -> projection.attempts.get() > 3);
        projection.fails = false;
        awaitRead(last);

        assertThat(effectsOf(a, b, d)).containsExactly(a, d, b);
    }

    @Test
    void is_remembered_in_few_rows_and_found_in_any_of_them() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            ids.add(id());
            awaitRead(KitLog.write(PARTITION, ids.get(i)));
        }
        String rows = "select count(*) from log_segment where partition = " + PARTITION;
        assertThat(database.number(rows)).isLessThan(12);
        assignAnew();
        awaitRead(KitLog.write(PARTITION, ids.toArray(String[]::new)));

        assertThat(effectsOf(ids.toArray(String[]::new))).containsExactlyElementsOf(ids);
    }

    @Test
    void is_what_an_id_said_first_under_whatever_key_it_comes_again() throws Exception {
        KitLog.writeUnder("a wrong key", PARTITION, a);
        awaitRead(KitLog.write(PARTITION, a, b));

        assertThat(effectsOf(a, b)).containsExactly(a, b);
        assertThat(KitLog.write(PARTITION + 1, a)).isNotNegative();
        await().atMost(PATIENCE).until(() -> effectsOf(a).size() == 2);
    }

    @Test
    void is_nothing_when_the_log_ends_before_what_was_read_of_it() throws Exception {
        long checkpoint = readUpTo();
        moveCheckpointTo(checkpoint + 100);
        assignAnew();
        await().atMost(PATIENCE).until(() -> cutOffPartitions() == 1);
        KitLog.write(PARTITION, a);
        await().during(Duration.ofSeconds(1)).until(() -> readUpTo() == checkpoint + 100);

        moveCheckpointTo(checkpoint);
        assignAnew();
        awaitRead(KitLog.write(PARTITION, b));
        assertThat(effectsOf(a, b)).containsExactly(a, b);
        assertThat(cutOffPartitions()).isZero();
    }

    @Test
    void is_nothing_when_the_log_begins_after_what_is_to_be_read() throws Exception {
        long first = KitLog.write(BEHEADED, a);
        await().atMost(PATIENCE).until(() -> effectsOf(a).size() == 1);
        KitLog.deleteBefore(BEHEADED, first + 1);
        moveCheckpointTo(first, BEHEADED);
        assignAnew();
        await().atMost(PATIENCE).until(() -> cutOffPartitions() == 1);
        KitLog.write(BEHEADED, b);
        await().during(Duration.ofSeconds(1)).until(() -> effectsOf(b).isEmpty());

        moveCheckpointTo(first + 1, BEHEADED);
        assignAnew();
        await().atMost(PATIENCE).until(() -> effectsOf(b).size() == 1);
        assertThat(cutOffPartitions()).isZero();
    }

    /** As an assignment before it does that is still writing. */
    @Test
    void is_read_on_when_somebody_has_written_anew_what_is_remembered_of_it() throws Exception {
        awaitRead(KitLog.write(PARTITION, a));
        assignAnew();
        database.execute("delete from log_segment where partition = " + PARTITION);
        int assignments = projection.assignments.get();

        awaitRead(KitLog.write(PARTITION, a, b));
        assertThat(effectsOf(b)).containsExactly(b);
        assertThat(projection.assignments.get()).isGreaterThan(assignments);
    }

    private void moveCheckpointTo(long offset) {
        moveCheckpointTo(offset, PARTITION);
    }

    private void moveCheckpointTo(long offset, int partition) {
        database.execute("update log_checkpoint set next_offset = %d where partition = %d"
                .formatted(offset, partition));
    }

    private double cutOffPartitions() {
        return metrics.get("log_cut_off_partitions").gauge().value();
    }

    @Test
    void is_written_by_the_transaction_that_moves_the_checkpoint() throws Exception {
        awaitRead(KitLog.write(PARTITION, a));

        assertThat(database.number("""
                select count(*) from effect
                  join log_checkpoint on effect.partition = log_checkpoint.partition
                  join log_segment on log_segment.partition = effect.partition
                   and log_segment.xmin::text = effect.xmin::text
                 where event_id = '%s' and effect.xmin::text = log_checkpoint.xmin::text
                """.formatted(a))).isOne();
    }

    @Test
    void is_written_whole_or_not_at_all_and_tried_again() throws Exception {
        long checkpoint = readUpTo();
        long seen = database.number(SEEN);
        projection.fails = true;
        projection.attempts.set(0);
        long last = KitLog.write(PARTITION, a, b);
        await().atMost(PATIENCE).until(() -> projection.attempts.get() > 2);

        assertThat(effectsOf(a, b)).isEmpty();
        assertThat(readUpTo()).isEqualTo(checkpoint);
        assertThat(database.number(SEEN)).isEqualTo(seen);
        projection.fails = false;
        awaitRead(last);
        assertThat(effectsOf(a, b)).containsExactly(a, b);
    }

    @Test
    void is_not_written_when_somebody_else_has_moved_the_checkpoint() throws Exception {
        database.execute("update log_checkpoint set owner = gen_random_uuid(),"
                + " next_offset = next_offset + 1 where partition = "
                + PARTITION);
        KitLog.write(PARTITION, a);
        awaitRead(KitLog.write(PARTITION, b));

        assertThat(effectsOf(a, b)).containsExactly(b);
    }

    @Test
    void is_not_written_again_when_only_the_answer_to_the_commit_was_lost() throws Exception {
        int assignments = projection.assignments.get();
        double failures = counted("log_batch_failures");
        BreakableDatabase.CABLE.loseNextCommitsAnswer();
        awaitRead(KitLog.write(PARTITION, a));
        awaitRead(KitLog.write(PARTITION, b));

        assertThat(BreakableDatabase.CABLE.waitsForCommit()).isFalse();
        assertThat(counted("log_batch_failures")).isGreaterThan(failures);
        assertThat(effectsOf(a, b)).containsExactly(a, b);
        assertThat(projection.assignments.get()).isEqualTo(assignments);
    }

    @Test
    void waits_for_a_database_that_is_away_and_then_is_all_there() throws Exception {
        String[] ids = IntStream.range(0, 50).mapToObj(i -> id()).toArray(String[]::new);
        double failures = counted("log_batch_failures");
        BreakableDatabase.CABLE.cut();
        long last = KitLog.write(PARTITION, ids);
        await().atMost(PATIENCE).until(() -> counted("log_batch_failures") > failures + 1);
        assertThat(effectsOf(ids)).isEmpty();

        BreakableDatabase.CABLE.mend();
        awaitRead(last);
        assertThat(effectsOf(ids)).containsExactly(ids);
    }

    @Test
    void is_folded_anew_but_not_written_anew_where_memory_is_rebuilt() throws Exception {
        long first = KitLog.write(PARTITION, a);
        long last = KitLog.write(PARTITION, a, b);
        awaitRead(last);
        projection.rebuilds = true;
        projection.refolded.clear();
        assignAnew();
        awaitRead(KitLog.write(PARTITION, b, c));

        assertThat(projection.refolded).contains(first, last).doesNotContain(first + 1);
        assertThat(projection.refolded).isSorted().doesNotHaveDuplicates();
        assertThat(projection.refolded.stream().filter(one -> one > last)).isEmpty();
        assertThat(effectsOf(a, b, c)).containsExactly(a, b, c);
    }

    @Test
    void may_have_holes_in_its_offsets() throws ExecutionException, InterruptedException {
        KitLog.writeTransaction(PARTITION, a);
        KitLog.writeTransaction(PARTITION, b);
        awaitRead(KitLog.write(PARTITION, c));

        assertThat(effectsOf(a, b, c)).containsExactly(a, b, c);
    }

    private void assignAnew() {
        int before = projection.assignments.get();
        java.util.function.Consumer<Consumer<Object, Object>> rejoin = Consumer::enforceRebalance;
        kafka.getConsumer(LogReader.CHANNEL).runOnPollingThread(rejoin).await().indefinitely();
        await().atMost(PATIENCE).until(() -> projection.assignments.get() > before);
    }
}
