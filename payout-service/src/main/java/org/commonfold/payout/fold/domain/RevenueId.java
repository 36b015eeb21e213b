package org.commonfold.payout.fold.domain;

/** Money that a partner declared. */
public record RevenueId(String value) implements Comparable<RevenueId> {

    /** Plain string order, by UTF-16 code unit. */
    @Override
    public int compareTo(RevenueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
