package org.commonfold.rating.domain;

/**
 * What a peer asks to have recorded.
 *
 * @param comment or null
 */
public record Proposal(
        ContributionId contributionId,
        ContributorId raterId,
        Opinion opinion,
        String comment,
        ExpectedVersion expected) {}
