package org.commonfold.payout.payment.domain;

import org.commonfold.payout.fold.domain.ContributorId;

import java.util.List;
import java.util.Locale;

/**
 * Money leaving for one contributor's bank account.
 *
 * @param micros whole minor units of the run's currency
 * @param reason why it was left out or returned, or null
 * @param draws on which balances; none before it is reserved
 */
public record Payout(
        PayoutId id,
        ContributorId contributorId,
        long micros,
        State state,
        String reason,
        List<Draw> draws) {

    /** What has become of it. */
    public enum State {
        PREPARED,
        /** When the run was approved, there was no longer enough, or no longer that account. */
        LEFT_OUT,
        CANCELLED,
        RESERVED,
        PAID,
        RETURNED;

        /** Whether it is in the file for the bank, whatever became of it later. */
        boolean isInFile() {
            return this == RESERVED || this == PAID || this == RETURNED;
        }

        /** {@code left-out}. */
        public String kebab() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Back from {@link #kebab}. */
        public static State of(String kebab) {
            return valueOf(kebab.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public Payout {
        draws = List.copyOf(draws);
    }

    /** One of a run that is being prepared. */
    public static Payout prepared(PayoutId id, ContributorId contributorId, long micros) {
        return new Payout(id, contributorId, micros, State.PREPARED, null, List.of());
    }

    Payout leftOut(String why) {
        return new Payout(id, contributorId, micros, State.LEFT_OUT, why, draws);
    }

    Payout cancelled() {
        return new Payout(id, contributorId, micros, State.CANCELLED, null, draws);
    }

    Payout reserved(List<Draw> from) {
        return new Payout(id, contributorId, micros, State.RESERVED, null, from);
    }

    Payout paid() {
        return new Payout(id, contributorId, micros, State.PAID, null, draws);
    }

    Payout returned(String why) {
        return new Payout(id, contributorId, micros, State.RETURNED, why, draws);
    }
}
