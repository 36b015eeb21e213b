package org.commonfold.rating.application;

import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;

/** A rating by what it is of and whose it is. */
public record RatingOf(ContributionId contributionId, ContributorId raterId) {}
