package org.commonfold.payout.replay.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;

import java.time.Clock;
import java.util.Optional;

/** Begins to compare the ledger with the log; the comparison goes on by itself. */
@ApplicationScoped
public class StartReplay {

    private final LedgerLock lock;
    private final Replays replays;
    private final RunReplay runReplay;
    private final Worker worker;
    private final Ids ids;
    private final Clock clock;

    StartReplay(
            LedgerLock lock,
            Replays replays,
            RunReplay runReplay,
            Worker worker,
            Ids ids,
            Clock clock) {
        this.lock = lock;
        this.replays = replays;
        this.runReplay = runReplay;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
    }

    /** Written down in the surrounding transaction; empty when another one runs. */
    public Uni<Optional<Replay>> start(String operator) {
        return lock.tryToTake()
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : start(taken.get(), operator).map(Optional::of));
    }

    /** The lock is held before the replay is there: whoever finds one without it finds it dead. */
    private Uni<Replay> start(LiveLedger ledger, String operator) {
        ReplayId id = new ReplayId(ids.next());
        worker.run(() -> runReplay.run(id, ledger));
        return replays.add(id, operator, clock.instant());
    }
}
