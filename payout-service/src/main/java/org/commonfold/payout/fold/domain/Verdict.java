package org.commonfold.payout.fold.domain;

import java.util.List;

/** What folding one event led to. */
public sealed interface Verdict {

    /**
     * It is part of the state now.
     *
     * @param movements of money, none for most events
     */
    record Accepted(List<Movement> movements) implements Verdict {
        public Accepted {
            movements = List.copyOf(movements);
        }
    }

    /** It changed nothing. */
    record Rejected(Rejection reason) implements Verdict {}

    static Verdict accepted() {
        return new Accepted(List.of());
    }

    static Verdict accepted(Movement movement) {
        return new Accepted(List.of(movement));
    }

    static Verdict rejected(Rejection reason) {
        return new Rejected(reason);
    }
}
