package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;
import org.commonfold.rating.domain.RatingEvent;
import org.commonfold.rating.domain.RatingKey;

/** Written by this service, and read by it again in the log. */
record RatingRetractedV1(
        String commonsId,
        String contributionId,
        String ratingId,
        String raterId,
        String retractedAt)
        implements WireRecord {

    static final String TYPE = "RatingRetracted.v1";

    static RatingRetractedV1 of(RatingEvent.Retracted retracted) {
        return new RatingRetractedV1(
                retracted.commonsId().toString(),
                retracted.contributionId().toString(),
                retracted.ratingId().toString(),
                retracted.raterId().value(),
                retracted.at().toString());
    }

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Retracted(new RatingKey(
                Fields.commonsId(commonsId),
                Fields.contributionId(contributionId),
                Fields.contributorId(raterId)));
    }
}
