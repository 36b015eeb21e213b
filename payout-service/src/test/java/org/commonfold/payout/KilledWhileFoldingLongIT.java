package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.tlog.domain.Rfc6962;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

@DisplayName("payout-service, killed at random moments while it folds")
class KilledWhileFoldingLongIT {

    private static final int KILLS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String HASHES = """
            select commons_id || ' ' || sequence || ' ' || entry_id || ' ' || encode(hash, 'hex')
              from chain order by commons_id, sequence""";
    private static final String LEAVES =
            "select encode(hash, 'hex') from tree_leaf order by position";
    private static final String HEADS =
            "select size || ' ' || encode(root, 'hex') from tree_head order by size";
    private static final String UNLOGGED = """
            select count(*) from chain
             where not exists (select from tree_leaf where tree_leaf.entry_id = chain.entry_id)""";
    private static final String TOLD = """
            select event_id || ' ' || encode(data, 'hex') from event where topic = 'payout.log'""";
    private static final String REJECTED = """
            select count(*) from event where topic = 'commons.log.rejected'""";

    /**
     * Small batches make many moments between two transactions, of which many save a snapshot; a
     * crash is noticed soon.
     */
    private static final List<String> SETTINGS = List.of(
            "-Dfold.snapshot-every=100",
            "-Dmp.messaging.connector.smallrye-kafka.max.poll.records=40",
            "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=6000");

    private final EmbeddedBroker broker = EmbeddedBroker.start();

    @AfterEach
    void the_end() {
        broker.close();
    }

    /**
     * @param setAsideFrom a revenue over so many works or credits sets its commons aside: over more
     *     than there are, or over any
     */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 1})
    void gives_the_same_balances_entries_and_events_as_undisturbed(int setAsideFrom)
            throws Exception {
        Vector vector = Vector.named("large");
        TestDatabase database = TestDatabase.create();
        FoldedLog folded = new FoldedLog(database);
        try (CommonsLog log = CommonsLog.connect(broker.bootstrapServers())) {
            log.write(vector.log());
            log.write(vector.log());
        }
        long records = 2L * vector.log().size();
        for (long moment : moments(records)) {
            try (ServiceProcess payout = start(database, setAsideFrom)) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> folded.read() >= moment);
                payout.kill();
            }
        }
        awaitFolded(database, setAsideFrom, records);
        TestDatabase undisturbed = TestDatabase.create();
        awaitFolded(undisturbed, Integer.MAX_VALUE, records);
        assertThat(folded.partitionsWithAnythingBeside() > 0).isEqualTo(setAsideFrom == 1);
        assertThat(new FoldedLog(undisturbed).partitionsWithAnythingBeside()).isZero();
        assertThat(folded.balances()).isEqualTo(vector.balances());
        assertThat(database.number(REJECTED)).isEqualTo(vector.rejected().size());
        assertThat(database.texts(HASHES)).isNotEmpty().isEqualTo(undisturbed.texts(HASHES));
        assertThat(database.texts(TOLD))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(undisturbed.texts(TOLD));
        assertNothingContradicted(database);
    }

    /** Every checkpoint that was ever published is of the first leaves of the last one. */
    private static void assertNothingContradicted(TestDatabase database) {
        List<byte[]> leaves =
                database.texts(LEAVES).stream().map(HexFormat.of()::parseHex).toList();
        List<String> heads = database.texts(HEADS);
        for (String head : heads) {
            String[] sizeAndRoot = head.split(" ");
            int size = Integer.parseInt(sizeAndRoot[0]);
            assertThat(HexFormat.of().formatHex(Rfc6962.treeHash(leaves.subList(0, size))))
                    .isEqualTo(sizeAndRoot[1]);
        }
        assertThat(heads).hasSizeGreaterThan(1);
        assertThat(database.texts(LEAVES))
                .containsExactlyInAnyOrderElementsOf(
                        database.texts("select encode(hash, 'hex') from chain"));
    }

    private ServiceProcess start(TestDatabase database, int setAsideFrom) throws IOException {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.add("-Dfold.set-aside-from=" + setAsideFrom);
        return ServiceProcess.startOn(
                broker.bootstrapServers(), database, settings.toArray(String[]::new));
    }

    private void awaitFolded(TestDatabase database, int setAsideFrom, long records)
            throws IOException {
        FoldedLog folded = new FoldedLog(database);
        try (ServiceProcess payout = start(database, setAsideFrom)) {
            await().atMost(PATIENCE)
                    .until(() -> payout.isAlive()
                            && folded.read() == records
                            && database.number(UNLOGGED) == 0);
        }
    }

    /** After how many records to kill it, each later than the last; a new choice on every run. */
    private static List<Long> moments(long records) {
        long seed = System.nanoTime();
        System.out.println("Killing by seed " + seed);
        List<Long> moments = new ArrayList<>();
        new Random(seed).longs(KILLS, 1, records).sorted().forEach(moments::add);
        return moments;
    }
}
