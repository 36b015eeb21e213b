package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.RatingEvent;

import java.time.Instant;
import java.util.UUID;

record RatingRetractedV1(
        UUID commonsId, UUID contributionId, UUID ratingId, String raterId, Instant retractedAt) {

    static final String TYPE = "RatingRetracted.v1";

    static RatingRetractedV1 of(RatingEvent.Retracted retracted) {
        return new RatingRetractedV1(
                retracted.commonsId().value(),
                retracted.contributionId().value(),
                retracted.ratingId().value(),
                retracted.raterId().value(),
                retracted.at());
    }
}
