package org.commonfold.payout.fold.domain;

/** A company that declares revenue. */
public record PartnerId(String value) implements Comparable<PartnerId> {

    /** Plain string order, by UTF-16 code unit. */
    @Override
    public int compareTo(PartnerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
