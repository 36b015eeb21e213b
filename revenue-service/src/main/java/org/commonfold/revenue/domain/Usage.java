package org.commonfold.revenue.domain;

/**
 * How much a partner used one contribution.
 *
 * @param weight integer, 1–1 000 000
 */
public record Usage(ContributionId contributionId, int weight) {}
