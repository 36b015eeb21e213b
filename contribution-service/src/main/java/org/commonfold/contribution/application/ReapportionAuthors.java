package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_CONTRIBUTION;
import static org.commonfold.contribution.domain.Rejection.UNKNOWN_REAPPORTIONMENT;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.Author;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionEvent;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Reapportionment;
import org.commonfold.kit.identity.Ids;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Gives a contribution other authors or shares, when all its authors agree. */
@ApplicationScoped
public class ReapportionAuthors {

    private final Contributions contributions;
    private final Reapportionments reapportionments;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    ReapportionAuthors(
            Contributions contributions,
            Reapportionments reapportionments,
            CommonsLog log,
            Ids ids,
            Clock clock) {
        this.contributions = contributions;
        this.reapportionments = reapportionments;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** See {@link Reapportionment#propose}. */
    public Uni<Decision<Reapportionment>> propose(
            ContributionId id, List<Author> authors, ContributorId who) {
        return contributions.lock(id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION));
            }
            Contribution contribution = found.get();
            var proposed = Reapportionment.propose(
                    ids.next(), contribution, authors, who, clock.instant());
            return Recording.of(
                    proposed,
                    null,
                    proposal -> reapportionments
                            .add(proposal)
                            .chain(() -> adoptIfAgreed(contribution, proposal)));
        });
    }

    /** See {@link Reapportionment#confirm}. */
    public Uni<Decision<Reapportionment>> confirm(
            ContributionId contributionId, UUID id, ContributorId who) {
        return vote(contributionId, id, (one, contribution) -> one.confirm(contribution, who));
    }

    /** See {@link Reapportionment#refuse}. */
    public Uni<Decision<Reapportionment>> refuse(
            ContributionId contributionId, UUID id, ContributorId who) {
        return vote(contributionId, id, (one, contribution) -> one.refuse(contribution, who));
    }

    /** The lock on the contribution also orders the votes. */
    private Uni<Decision<Reapportionment>> vote(
            ContributionId contributionId,
            UUID id,
            BiFunction<Reapportionment, Contribution, Decision<Reapportionment>> rule) {
        return contributions
                .lock(contributionId)
                .chain(contribution -> reapportionments.find(contributionId, id).chain(found -> {
                    if (contribution.isEmpty() || found.isEmpty()) {
                        return Uni.createFrom().item(Decision.reject(UNKNOWN_REAPPORTIONMENT));
                    }
                    var decision = rule.apply(found.get(), contribution.get());
                    return Recording.of(
                            decision,
                            found.get(),
                            voted -> reapportionments
                                    .update(voted)
                                    .chain(() -> adoptIfAgreed(contribution.get(), voted)));
                }));
    }

    private Uni<Reapportionment> adoptIfAgreed(Contribution before, Reapportionment voted) {
        if (voted.state() != Reapportionment.State.ADOPTED) {
            return Uni.createFrom().item(voted);
        }
        ContributionEvent event = voted.adopted(before.commonsId(), clock.instant());
        return contributions
                .update(event.applyTo(before))
                .chain(() -> log.record(event, before.eventCount()))
                .replaceWith(voted);
    }
}
