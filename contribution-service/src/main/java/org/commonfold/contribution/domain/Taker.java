package org.commonfold.contribution.domain;

import java.time.Instant;

/** Who has set to work on a need, and since when. */
public record Taker(ContributorId contributorId, Instant since) {}
