package org.commonfold.contribution.application;

import static org.commonfold.contribution.domain.Rejection.NEED_NOT_HERE;
import static org.commonfold.contribution.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionEvent;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Decision;
import org.commonfold.contribution.domain.Derivation;
import org.commonfold.contribution.domain.NeedId;
import org.commonfold.contribution.domain.Publication;
import org.commonfold.contribution.domain.Rejection;
import org.commonfold.contribution.domain.Work;
import org.commonfold.kit.identity.Ids;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Publishes a work in a commons. */
@ApplicationScoped
public class PublishContribution {

    private final Publication publication = new Publication();
    private final Commonses commonses;
    private final Contributions contributions;
    private final Needs needs;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    PublishContribution(
            Commonses commonses,
            Contributions contributions,
            Needs needs,
            CommonsLog log,
            Ids ids,
            Clock clock) {
        this.commonses = commonses;
        this.contributions = contributions;
        this.needs = needs;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Decision<Contribution>> publish(CommonsId commonsId, Work work, ContributorId who) {
        return commonses
                .isThere(commonsId)
                .chain(isThere -> isThere
                        ? fulfilsNothingHere(commonsId, work)
                        : Uni.createFrom().item(Optional.of(UNKNOWN_COMMONS)))
                .chain(refusal -> refusal.isPresent()
                        ? Uni.createFrom().item(Decision.reject(refusal.get()))
                        : publishIn(commonsId, work, who));
    }

    private Uni<Optional<Rejection>> fulfilsNothingHere(CommonsId commonsId, Work work) {
        if (work.fulfils() == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return needs.find(new NeedId(work.fulfils()))
                .map(found ->
                        found.filter(need -> need.commonsId().equals(commonsId)).isPresent()
                                ? Optional.empty()
                                : Optional.of(NEED_NOT_HERE));
    }

    private Uni<Decision<Contribution>> publishIn(
            CommonsId commonsId, Work work, ContributorId who) {
        ContributionId id = new ContributionId(ids.next());
        Contribution proposed = Publication.proposal(id, commonsId, work, clock.instant());
        List<ContributionId> upstream =
                work.derivedFrom().stream().map(Derivation::upstream).toList();
        return contributions
                .homesOf(upstream)
                .map(homes -> publication.decide(proposed, who, homes))
                .chain(decision -> record(decision, who));
    }

    private Uni<Decision<Contribution>> record(
            Decision<ContributionEvent.Published> decision, ContributorId who) {
        return decision.fold(
                published -> record(published, who),
                () -> Uni.createFrom().item(Decision.nothingNew()),
                reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    /** Neither waits for the other: they go to the database together. */
    private Uni<Decision<Contribution>> record(
            ContributionEvent.Published published, ContributorId who) {
        return Uni.join()
                .all(contributions.add(published.contribution(), who), log.record(published, 0))
                .andFailFast()
                .replaceWith(Decision.accept(published.contribution()));
    }
}
