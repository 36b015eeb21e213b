package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionEvent;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Person;
import org.commonfold.contribution.domain.Withdrawal;

import java.time.Clock;
import java.util.Optional;

/** Withdraws a contribution: it stays readable, and earns nothing from then on. */
@ApplicationScoped
public class WithdrawContribution {

    private final Withdrawal withdrawal = new Withdrawal();
    private final Commonses commonses;
    private final Contributions contributions;
    private final CommonsLog log;
    private final Clock clock;

    WithdrawContribution(
            Commonses commonses, Contributions contributions, CommonsLog log, Clock clock) {
        this.commonses = commonses;
        this.contributions = contributions;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision<Contribution>> withdraw(ContributionId id, Person who) {
        return contributions.find(id).chain(found -> withdraw(found, who));
    }

    private Uni<Decision<Contribution>> withdraw(Optional<Contribution> found, Person who) {
        if (found.isEmpty()) {
            return Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION));
        }
        Contribution contribution = found.get();
        return commonses
                .find(contribution.commonsId())
                .map(Optional::orElseThrow)
                .map(commons -> withdrawal.decide(contribution, commons, who, clock.instant()))
                .chain(decision -> record(contribution, decision));
    }

    private Uni<Decision<Contribution>> record(
            Contribution contribution, Decision<ContributionEvent.Withdrawn> decision) {
        return decision.fold(
                withdrawn -> record(contribution, withdrawn),
                () -> Uni.createFrom().item(Decision.accept(contribution)),
                reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<Contribution>> record(
            Contribution contribution, ContributionEvent.Withdrawn withdrawn) {
        Contribution after = withdrawn.applyTo(contribution);
        return contributions
                .update(after)
                .chain(() -> log.record(withdrawn, contribution.eventCount()))
                .replaceWith(Decision.accept(after));
    }
}
