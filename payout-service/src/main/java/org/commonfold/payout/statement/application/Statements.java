package org.commonfold.payout.statement.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.Statement;

import java.time.Instant;
import java.util.Optional;

/** The ledger as one person's statements. */
public interface Statements {

    /**
     * All of a statement as it stands at one moment, whatever is booked meanwhile.
     *
     * @param now when it is read
     * @param linesMax how many lines it may have in all; empty when there are more
     */
    Uni<Optional<Statement>> read(ContributorId who, Period period, Instant now, int linesMax);
}
