package org.commonfold.rating.domain;

import java.util.function.LongPredicate;

/**
 * What a peer asks to have recorded.
 *
 * @param comment or null
 * @param expected whether a version, 0 for none, is the one the peer has seen
 */
public record Proposal(
        ContributionId contributionId,
        ContributorId raterId,
        Opinion opinion,
        String comment,
        LongPredicate expected) {}
