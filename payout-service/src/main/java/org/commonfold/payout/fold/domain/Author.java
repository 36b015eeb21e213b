package org.commonfold.payout.fold.domain;

/**
 * A person's part in a contribution.
 *
 * @param share integer weight, 1–1 000 000
 */
public record Author(ContributorId id, int share) {}
