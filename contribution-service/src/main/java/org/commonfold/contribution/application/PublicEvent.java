package org.commonfold.contribution.application;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.LogPlace;

/**
 * An event of a commons that anyone may know of, as it stands in the log.
 *
 * @param type such as {@code ContributionPublished.v1}
 * @param subject the id of what it happened to
 * @param occurredAt RFC 3339, UTC
 * @param data the event's JSON
 */
public record PublicEvent(
        CommonsId commonsId,
        LogPlace place,
        String eventId,
        String type,
        String subject,
        String occurredAt,
        String data) {}
