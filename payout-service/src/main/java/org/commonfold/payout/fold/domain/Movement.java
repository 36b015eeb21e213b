package org.commonfold.payout.fold.domain;

/** A movement of money: its entry in the ledger, and what to tell the world. */
public sealed interface Movement {

    Entry entry();

    /**
     * A declared revenue was split.
     *
     * @param total what was declared
     * @param treasuryMicros what of it the treasury keeps
     * @param contributors how many people are credited
     * @param contributions how many works they are credited for
     */
    record RevenueDistributed(
            Entry entry,
            PartnerId partnerId,
            Money total,
            long treasuryMicros,
            int contributors,
            int contributions)
            implements Movement {}

    /**
     * A part of a revenue arrived, and credits became available.
     *
     * @param received what arrived
     * @param releasedMicros what became available: less than arrived by the roundings, which the
     *     last receipt makes up for
     */
    record RevenueReleased(Entry entry, PartnerId partnerId, Money received, long releasedMicros)
            implements Movement {}

    /** What had not been released was taken back. */
    record RevenueTakenBack(Entry entry) implements Movement {}
}
