package org.commonfold.payout.statement.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.statement.domain.Period;
import org.commonfold.payout.statement.domain.Statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Tells a contributor what was earned and paid. */
@ApplicationScoped
public class ReadStatement {

    /** What can be made in memory, and read by anybody. */
    public static final int LINES_MAX = 20_000;

    private final Statements statements;
    private final Clock clock;

    ReadStatement(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** The day of UTC that it is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Empty when it would have more than {@link #LINES_MAX} lines. */
    public Uni<Optional<Statement>> read(ContributorId who, Period period) {
        return statements.read(who, period, clock.instant(), LINES_MAX);
    }
}
