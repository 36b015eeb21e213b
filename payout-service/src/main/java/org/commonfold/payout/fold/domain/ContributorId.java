package org.commonfold.payout.fold.domain;

/** A person, by an opaque id; as author or as rater. */
public record ContributorId(String value) implements Comparable<ContributorId> {

    /** Plain string order, by UTF-16 code unit. */
    @Override
    public int compareTo(ContributorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContributorId person && value.equals(person.value);
    }

    /** Spread: ids that count upwards differ in few bits of their texts', and share buckets. */
    @Override
    public int hashCode() {
        return value.hashCode() * 0x9E3779B9;
    }

    @Override
    public String toString() {
        return value;
    }
}
