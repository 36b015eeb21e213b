package org.commonfold.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.Reader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

record RatingView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000f1")
        UUID ratingId,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
        UUID contributionId,

        @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
        UUID commonsId,

        @Schema(examples = "bob") String raterId,
        Map<String, Integer> scores,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer confidence,
        int charterVersion,
        int revision,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) String comment,
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
