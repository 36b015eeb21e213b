package org.commonfold.rating.persistence;

import java.util.UUID;

/** One rating of one peer and contribution counts. */
record CurrentRatingRowId(UUID contributionId, String raterId) {}
