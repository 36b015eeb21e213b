package org.commonfold.contribution.domain;

import java.time.Instant;

/**
 * A contributor as the public sees them.
 *
 * @param version 1 when first written, one more for each change
 */
public record Profile(
        ContributorId contributorId, SelfDescription text, long version, Instant writtenAt) {}
