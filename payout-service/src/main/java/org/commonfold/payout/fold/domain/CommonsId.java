package org.commonfold.payout.fold.domain;

/** One shared venture. */
public record CommonsId(String value) implements Comparable<CommonsId> {

    /** Plain string order, by UTF-16 code unit. */
    @Override
    public int compareTo(CommonsId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
