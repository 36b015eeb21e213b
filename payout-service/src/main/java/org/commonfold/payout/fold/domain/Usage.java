package org.commonfold.payout.fold.domain;

/** A contribution that a partner says it earned with, and how much relative to the others. */
public record Usage(ContributionId contributionId, int weight) {}
