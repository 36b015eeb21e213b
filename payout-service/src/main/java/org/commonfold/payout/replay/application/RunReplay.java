package org.commonfold.payout.replay.application;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.replay.domain.Findings;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Folds commons.log again and reads payout.log, both from the beginning, and compares what they say
 * with the ledger (docs/adr/0030). Of the entries it keeps none, on either side: both come in the
 * order of the log. Blocks.
 */
@ApplicationScoped
public class RunReplay {

    private static final Duration COMMIT_MAX = Duration.ofSeconds(10);
    private static final Duration TELLING_MAX = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final BothLogs logs;

    RunReplay(BothLogs logs) {
        this.logs = logs;
    }

    void run(ReplayId id, LiveLedger held) {
        try (held) {
            // When it was never written down, nobody waits for it.
            if (comesTrue(COMMIT_MAX, () -> held.isWrittenDown(id))) {
                compare(id, held);
            }
        }
    }

    private void compare(ReplayId id, LiveLedger ledger) {
        Findings findings = new Findings(0);
        try {
            long position = ledger.rememberPayouts();
            if (!comesTrue(TELLING_MAX, () -> ledger.hasSent(position))) {
                throw new IllegalStateException("payout.log does not tell what was booked");
            }
            Map<Integer, Long> checkpoints = ledger.checkpoints();
            Map<Integer, Long> ends = logs.payoutLogEnds();
            findings = new Findings(sum(checkpoints) + sum(ends));
            Comparison comparison = new Comparison(id, ledger, logs, findings);
            checkpoints.forEach(comparison::ofPartition);
            comparison.ofPayouts(ends);
            comparison.ofBooks();
            ledger.end(id, state(findings), findings, null);
        } catch (RuntimeException failure) {
            ledger.end(id, Replay.State.FAILED, findings, failure.toString());
            throw failure;
        }
    }

    private static Replay.State state(Findings findings) {
        return findings.counts().differences() == 0 ? Replay.State.EQUAL : Replay.State.DIFFERENT;
    }

    private static long sum(Map<Integer, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean comesTrue(Duration timeMax, BooleanSupplier what) {
        long deadline = System.nanoTime() + timeMax.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", stopping);
        }
    }
}
