package org.commonfold.contribution.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.PeerRating;

import java.util.List;
import java.util.Optional;

/**
 * Learns from the log what peers think of works. Read again, the same ratings change nothing. What
 * is not by a charter of that commons is passed over.
 */
@ApplicationScoped
public class FollowRatings {

    private final Commonses commonses;
    private final PeerVerdicts verdicts;

    FollowRatings(Commonses commonses, PeerVerdicts verdicts) {
        this.commonses = commonses;
        this.verdicts = verdicts;
    }

    /** In the order of the log and in the surrounding transaction. */
    public Uni<Void> follow(List<PeerRating> ratings) {
        return Multi.createFrom()
                .iterable(ratings)
                .onItem()
                .transformToUniAndConcatenate(this::follow)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> follow(PeerRating rating) {
        if (rating instanceof PeerRating.Given given) {
            return verdict(given)
                    .chain(verdict -> verdict.isPresent()
                            ? verdicts.put(given.contributionId(), given.raterId(), verdict.get())
                            : Uni.createFrom().voidItem());
        }
        PeerRating.Retracted retracted = (PeerRating.Retracted) rating;
        return verdicts.remove(retracted.contributionId(), retracted.raterId());
    }

    private Uni<Optional<Boolean>> verdict(PeerRating.Given given) {
        return charter(given)
                .map(found -> found.flatMap(charter -> charter.isFavourable(given.scores())));
    }

    private Uni<Optional<Charter>> charter(PeerRating.Given given) {
        return given.charterVersion()
                .map(version -> commonses.charter(given.commonsId(), version))
                .orElseGet(() -> commonses
                        .find(given.commonsId())
                        .map(found -> found.map(Commons::charter)));
    }
}
