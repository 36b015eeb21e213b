package org.commonfold.rating.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A steward lets someone rate who has not published. Given once; never taken back.
 *
 * @param id its place in the list of a commons
 */
public record Invitation(
        UUID id,
        CommonsId commonsId,
        ContributorId raterId,
        ContributorId invitedBy,
        Instant invitedAt) {}
