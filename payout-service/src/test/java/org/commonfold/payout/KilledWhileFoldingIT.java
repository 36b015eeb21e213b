package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.commonfold.payout.fold.Vector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

@DisplayName("payout-service, killed at random moments while it folds")
class KilledWhileFoldingIT {

    private static final int KILLS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REJECTED = """
            select count(*) from event where topic = 'commons.log.rejected'""";

    /**
     * Small batches make many moments between two transactions, of which many save a snapshot; a
     * crash is noticed soon.
     */
    private static final String[] SETTINGS = {
        "-Dfold.snapshot-every=100",
        "-Dmp.messaging.connector.smallrye-kafka.max.poll.records=40",
        "-Dmp.messaging.connector.smallrye-kafka.session.timeout.ms=6000",
    };

    @Test
    void gives_the_same_balances() throws Exception {
        Vector vector = Vector.named("large");
        TestDatabase database = TestDatabase.create();
        FoldedLog folded = new FoldedLog(database);
        try (CommonsLog log = CommonsLog.connect()) {
            log.write(vector.log());
            log.write(vector.log());
        }
        long records = 2L * vector.log().size();
        for (long moment : moments(records)) {
            try (ServiceProcess payout = ServiceProcess.start(database, SETTINGS)) {
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> folded.read() >= moment);
                payout.kill();
            }
        }
        try (ServiceProcess payout = ServiceProcess.start(database, SETTINGS)) {
            await().atMost(PATIENCE).until(() -> payout.isAlive() && folded.read() == records);
        }
        assertThat(folded.balances()).isEqualTo(vector.balances());
        assertThat(database.number(REJECTED)).isEqualTo(vector.rejected().size());
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
