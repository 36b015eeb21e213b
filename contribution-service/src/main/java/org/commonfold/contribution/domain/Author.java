package org.commonfold.contribution.domain;

/**
 * A person's part in a contribution.
 *
 * @param contributorId who
 * @param share integer weight, 1–1 000 000
 */
public record Author(ContributorId contributorId, int share) {}
