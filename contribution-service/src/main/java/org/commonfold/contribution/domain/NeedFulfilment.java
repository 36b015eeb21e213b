package org.commonfold.contribution.domain;

import java.time.Instant;

/** How a need was closed: by which work, and when. */
public record NeedFulfilment(ContributionId contributionId, Instant at) {}
