package org.commonfold.payout.fold.domain;

/** A person, by an opaque id; as author or as rater. */
public record ContributorId(String value) implements Comparable<ContributorId> {

    /** Plain string order, by UTF-16 code unit. */
    @Override
    public int compareTo(ContributorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
