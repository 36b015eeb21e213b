package org.commonfold.revenue.persistence;

import java.util.UUID;

/** As in the fold, a contribution is one only within its commons. */
record ContributionRowId(UUID commonsId, UUID contributionId) {}
