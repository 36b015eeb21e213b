package org.commonfold.payout.payment.application;

import io.smallrye.mutiny.Uni;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where entries stand in the chains of their commons. */
public interface EntrySequences {

    /** Of entries booked in the surrounding transaction. */
    Uni<Map<UUID, Long>> of(List<UUID> entryIds);
}
