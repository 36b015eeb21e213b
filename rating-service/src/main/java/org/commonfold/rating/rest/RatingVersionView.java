package org.commonfold.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.domain.Rating;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** A rating as it was; for its rater and the stewards, hence with the comment. */
record RatingVersionView(
        @Schema(examples = "3") int version,
        @Schema(examples = "2") int revision,

        @Schema(examples = "{\"quality\": 4, \"usefulness\": 5}")
        Map<String, Integer> scores,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "4")
        Integer confidence,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "Sturdy, but heavy.")
        String comment,

        @Schema(examples = "1") int charterVersion,
        Instant ratedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant retractedAt) {

    static RatingVersionView of(Rating rating) {
        return new RatingVersionView(
                rating.version(),
                rating.revision(),
                new TreeMap<>(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.comment(),
                rating.charterVersion(),
                rating.ratedAt(),
                rating.retractedAt());
    }
}
