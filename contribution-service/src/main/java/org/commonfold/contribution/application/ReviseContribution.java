package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_CONTRIBUTION;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionEvent;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.NewVersion;
import org.commonfold.contribution.domain.Revision;

import java.time.Clock;
import java.util.function.LongPredicate;

/** Publishes a new version of a contribution. */
@ApplicationScoped
public class ReviseContribution {

    private final Revision revision = new Revision();
    private final Contributions contributions;
    private final CommonsLog log;
    private final Clock clock;

    ReviseContribution(Contributions contributions, CommonsLog log, Clock clock) {
        this.contributions = contributions;
        this.log = log;
        this.clock = clock;
    }

    /** See {@link Revision#decide}. */
    public Uni<Decision<Contribution>> revise(
            ContributionId id, NewVersion version, ContributorId who, LongPredicate expected) {
        return contributions.lock(id).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Decision.reject(UNKNOWN_CONTRIBUTION));
            }
            Contribution before = found.get();
            var decision = revision.decide(before, version, who, expected, clock.instant());
            return Recording.of(decision, before, revised -> record(before, revised));
        });
    }

    private Uni<Contribution> record(Contribution before, ContributionEvent.Revised revised) {
        Contribution after = revised.applyTo(before);
        return contributions
                .update(after)
                .chain(() -> contributions.addVersion(after, revised.by(), revised.at()))
                .chain(() -> log.record(revised, before.eventCount()))
                .replaceWith(after);
    }
}
