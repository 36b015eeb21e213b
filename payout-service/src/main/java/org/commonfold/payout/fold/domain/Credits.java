package org.commonfold.payout.fold.domain;

import java.util.Map;

/**
 * What a distribution comes to.
 *
 * @param treasury micros the treasury keeps
 * @param byContributor micros of each who gets any, in the order of their ids
 * @param contributions for how many works somebody is credited
 */
record Credits(long treasury, Map<ContributorId, Long> byContributor, int contributions) {}
