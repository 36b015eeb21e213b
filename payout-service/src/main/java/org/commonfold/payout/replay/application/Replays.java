package org.commonfold.payout.replay.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.replay.domain.Replay;
import org.commonfold.payout.replay.domain.ReplayId;

import java.time.Instant;
import java.util.Optional;

/** Replays there were. */
public interface Replays {

    /** Written down as running, in the surrounding transaction. */
    Uni<Replay> add(ReplayId id, String operator, Instant now);

    /** One that says that it runs, and whose process is gone, has failed. */
    Uni<Optional<Replay>> find(ReplayId id);
}
