package org.commonfold.revenue.domain;

import java.util.List;

/**
 * What a partner says it owes.
 *
 * @param amount how much
 * @param period for which days
 * @param usage what it used, at most 500, nothing twice; empty: the commons as a whole
 * @param reference the partner's own name for it, never used by that partner for another
 * @param evidence the URL of what shows that it is so, http or https; or null
 */
public record Declaration(
        Money amount, Period period, List<Usage> usage, String reference, String evidence) {

    public Declaration {
        usage = List.copyOf(usage);
    }

    public List<ContributionId> used() {
        return usage.stream().map(Usage::contributionId).toList();
    }

    boolean namesAContributionTwice() {
        return used().stream().distinct().count() < usage.size();
    }
}
