package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * One charter a commons has had.
 *
 * @param version 1 for the founding charter
 * @param adoptedBy the steward who founded or amended
 * @param appliesFrom its place in the log, once it has been read back from there
 */
public record CharterVersion(
        int version,
        Charter charter,
        ContributorId adoptedBy,
        Instant adoptedAt,
        Optional<LogPlace> appliesFrom) {}
