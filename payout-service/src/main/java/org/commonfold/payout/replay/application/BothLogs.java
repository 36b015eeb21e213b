package org.commonfold.payout.replay.application;

import org.commonfold.payout.fold.application.BookedEntry;
import org.commonfold.payout.payment.application.LoggedMovement;

import java.util.Map;

/** commons.log and payout.log, read from their beginning outside any consumer group. Blocks. */
public interface BothLogs {

    /** Who reads them. */
    interface Reader {

        /** One more record. */
        void read();

        /**
         * What a record leads to, in the order of its partition.
         *
         * @param sequence in the chain of its commons; 0 where the log does not tell
         */
        void entry(BookedEntry entry, long sequence);

        /** The same of payout.log, for those who want to know more than the entry. */
        default void payout(LoggedMovement told) {
            entry(told.booked().toEntry(), told.booked().sequence());
        }
    }

    /** Folds a partition of commons.log up to an offset. */
    void fold(int partition, long until, Reader reader);

    /** The end of each partition of payout.log, now. */
    Map<Integer, Long> payoutLogEnds();

    /** Reads a partition of payout.log up to an offset; the same may be told twice. */
    void payouts(int partition, long until, Reader reader);
}
