package org.commonfold.rating.application;

import static org.commonfold.rating.domain.Rejection.NOT_A_RATER;
import static org.commonfold.rating.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.ReviewCandidates.Search;
import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.Decision;
import org.commonfold.rating.domain.Rater;
import org.commonfold.rating.domain.ReviewItem;

import java.util.ArrayList;
import java.util.List;

/** Tells someone which works most need their rating. */
@ApplicationScoped
public class QueueReviews {

    private final Commonses commonses;
    private final ReviewCandidates candidates;

    QueueReviews(Commonses commonses, ReviewCandidates candidates) {
        this.commonses = commonses;
        this.candidates = candidates;
    }

    /** What needs it most first; nothing needs the rating of one who may not rate. */
    public Uni<Decision<ReviewQueue>> queue(Rater rater, int countMax) {
        return commonses
                .charterOf(rater.commonsId())
                .chain(charter -> charter.map(found -> queue(rater, found, countMax))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_COMMONS))));
    }

    private Uni<Decision<ReviewQueue>> queue(Rater rater, Charter charter, int countMax) {
        return commonses
                .hasMember(rater.commonsId(), rater.id())
                .chain(belongs -> charter.lets(belongs)
                        ? fill(rater, charter, countMax)
                        : Uni.createFrom().item(Decision.reject(NOT_A_RATER)));
    }

    private Uni<Decision<ReviewQueue>> fill(Rater rater, Charter charter, int countMax) {
        return candidates
                .fieldOf(rater, charter.ordinaryLevel())
                .map(field -> new Search(rater, field, charter.quorum(), countMax))
                .chain(search -> candidates
                        .belowQuorum(search)
                        .chain(first -> fillUp(search, first))
                        .map(items -> Decision.accept(
                                new ReviewQueue(items, charter.quorum(), search.field()))));
    }

    /** Works at the quorum are looked for only when the others do not fill the queue. */
    private Uni<List<ReviewItem>> fillUp(Search search, List<ReviewItem> first) {
        int missing = search.countMax() - first.size();
        if (missing <= 0) {
            return Uni.createFrom().item(first);
        }
        return candidates
                .atQuorum(new Search(search.rater(), search.field(), search.quorum(), missing))
                .map(more -> {
                    List<ReviewItem> items = new ArrayList<>(first);
                    items.addAll(more);
                    return items;
                });
    }
}
