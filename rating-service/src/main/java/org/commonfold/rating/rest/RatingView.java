package org.commonfold.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.Reader;

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
        int version,
        String comment,
        Instant ratedAt) {

    /** The comment only to whom it is for. */
    static RatingView of(Rating rating, Reader reader) {
        return new RatingView(
                rating.id().value(),
                rating.contributionId().value(),
                rating.commonsId().value(),
                rating.raterId().value(),
                new TreeMap<>(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.charterVersion(),
                rating.revision(),
                rating.version(),
                reader.seesCommentOf(rating) ? rating.comment() : null,
                rating.ratedAt());
    }
}
