package org.commonfold.contribution.domain;

import java.time.Instant;

/** One version of a contribution: 1 as it was published, one more for each revision. */
public record ContributionVersion(
        int version, String title, Content content, ContributorId publishedBy, Instant at) {}
