package org.commonfold.payout.fold.domain;

import java.util.List;

/**
 * What became of one work's part of a revenue.
 *
 * @param own micros it was allotted itself
 * @param allotted micros with what flowed to it from later work
 * @param upstream what flowed on, in the order the work lists them
 * @param kept micros that remained for its authors
 * @param authors the split of what was kept
 */
public record Flow(
        ContributionId contribution,
        long own,
        long allotted,
        List<Passed> upstream,
        long kept,
        Split<ContributorId> authors) {

    /**
     * What one derivation took.
     *
     * @param live whether the upstream is: nothing flows to what has been withdrawn
     * @param micros {@code floor(allotted·basisPoints/10 000)}, or 0
     */
    public record Passed(ContributionId to, int basisPoints, boolean live, long micros) {}
}
