package org.commonfold.payout.fold.domain;

/** One published work. */
public record ContributionId(String value) implements Comparable<ContributionId> {

    /** Plain string order, by UTF-16 code unit. */
    @Override
    public int compareTo(ContributionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
