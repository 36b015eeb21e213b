package org.commonfold.contribution.domain;

/**
 * "This builds on that."
 *
 * @param upstream what it builds on
 * @param basisPoints how much of what this one earns flows there, 1–10 000
 */
public record Derivation(ContributionId upstream, int basisPoints) {}
