package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Field;
import org.commonfold.rating.domain.Rater;
import org.commonfold.rating.domain.ReviewItem;

import java.math.BigInteger;
import java.util.List;

/** Works that someone could rate: not withdrawn, not their own, not rated by them. */
public interface ReviewCandidates {

    /**
     * What to look for.
     *
     * @param field kinds that come before others
     */
    record Search(Rater rater, Field field, int quorum, int countMax) {}

    /** What someone knows about, by the last 1000 works they published and rated each. */
    Uni<Field> fieldOf(Rater rater, BigInteger ordinaryLevel);

    /** Those in the field first; then those with the fewest ratings, then the older ones. */
    Uni<List<ReviewItem>> belowQuorum(Search search);

    /** Those in the field first, then the older ones, whatever number of ratings they have. */
    Uni<List<ReviewItem>> atQuorum(Search search);
}
