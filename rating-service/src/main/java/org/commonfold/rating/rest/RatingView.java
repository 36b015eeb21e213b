package org.commonfold.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Rating;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record RatingView(
        UUID ratingId,
        UUID contributionId,
        UUID commonsId,
        String raterId,
        Map<String, Integer> scores,
        Integer confidence,
        int charterVersion,
        int revision,
        String comment,
        Instant ratedAt) {

    /** The comment only to who wrote it. */
    static RatingView of(Rating rating, ContributorId reader) {
        return new RatingView(
                rating.id().value(),
                rating.contributionId().value(),
                rating.commonsId().value(),
                rating.raterId().value(),
                new TreeMap<>(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.charterVersion(),
                rating.revision(),
                rating.isBy(reader) ? rating.comment() : null,
                rating.ratedAt());
    }
}
