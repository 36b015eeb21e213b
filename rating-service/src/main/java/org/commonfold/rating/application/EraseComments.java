package org.commonfold.rating.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.domain.ContributorId;

import java.time.Clock;

/** Forgets what a peer has written, at their wish; ratings stay. Once more changes nothing. */
@ApplicationScoped
public class EraseComments {

    private final Ratings ratings;
    private final Clock clock;

    EraseComments(Ratings ratings, Clock clock) {
        this.ratings = ratings;
        this.clock = clock;
    }

    public Uni<Void> erase(ContributorId who) {
        return ratings.eraseComments(who, clock.instant());
    }
}
