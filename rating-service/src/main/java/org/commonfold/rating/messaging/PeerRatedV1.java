package org.commonfold.rating.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.domain.LogEvent;
import org.commonfold.rating.domain.Opinion;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.RatingKey;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Without the comment, which is nobody else's business. Written by this service, and read by it
 * again in the log: only there the ratings of all have their one order.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PeerRatedV1(
        String commonsId,
        String contributionId,
        String ratingId,
        String raterId,
        Map<String, Integer> scores,
        Integer confidence,
        Integer charterVersion,
        Integer revision,
        String ratedAt)
        implements WireRecord {

    static final String TYPE = "PeerRated.v1";

    static PeerRatedV1 of(Rating rating) {
        return new PeerRatedV1(
                rating.commonsId().toString(),
                rating.contributionId().toString(),
                rating.id().toString(),
                rating.raterId().value(),
                new TreeMap<>(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.charterVersion(),
                rating.revision(),
                rating.ratedAt().toString());
    }

    /** What is for people only is not looked at, as the fold does not. */
    @Override
    public LogEvent toEvent() {
        if (confidence != null) {
            Fields.inRange("confidence", confidence, 1, 5);
        }
        RatingKey key = new RatingKey(
                Fields.commonsId(commonsId),
                Fields.contributionId(contributionId),
                Fields.contributorId(raterId));
        Opinion opinion = new Opinion(Fields.scores(scores), confidence);
        return new LogEvent.Rated(key, opinion, Optional.ofNullable(charterVersion));
    }
}
