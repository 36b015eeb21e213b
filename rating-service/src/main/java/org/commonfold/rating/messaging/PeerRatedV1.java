package org.commonfold.rating.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.domain.Rating;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Without the comment, which is nobody else's business. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PeerRatedV1(
        UUID commonsId,
        UUID contributionId,
        UUID ratingId,
        String raterId,
        Map<String, Integer> scores,
        Integer confidence,
        int charterVersion,
        int revision,
        Instant ratedAt) {

    static final String TYPE = "PeerRated.v1";

    static PeerRatedV1 of(Rating rating) {
        return new PeerRatedV1(
                rating.commonsId().value(),
                rating.contributionId().value(),
                rating.id().value(),
                rating.raterId().value(),
                new TreeMap<>(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.charterVersion(),
                rating.revision(),
                rating.ratedAt());
    }
}
