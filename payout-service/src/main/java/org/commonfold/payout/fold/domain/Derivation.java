package org.commonfold.payout.fold.domain;

/**
 * "This builds on that."
 *
 * @param basisPoints how much of what this one is allotted flows upstream
 */
public record Derivation(ContributionId upstream, int basisPoints) {}
