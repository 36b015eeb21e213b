package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.Invitation;
import org.commonfold.rating.domain.RatingEvent;

/** The log that every service reads. What is recorded is sent, some time after the commit. */
public interface CommonsLog {

    /**
     * In the surrounding transaction, which fails when the rating has had another event meanwhile.
     *
     * @param eventCount how many events it had when this one was decided
     */
    Uni<Void> record(RatingEvent event, long eventCount);

    /** In the surrounding transaction, which fails when this rater has been invited meanwhile. */
    Uni<Void> record(Invitation invitation);
}
