package org.commonfold.payout.fold.domain;

/**
 * How much of what an owner was credited becomes available with a receipt.
 *
 * @param owner such as {@code contributor:ada}
 * @param credit micros the distribution gave
 * @param before micros released by earlier receipts
 * @param until {@code floor(credit · received / total)}: micros released with this one
 */
public record Release(String owner, long credit, long before, long until) {

    /** What this receipt releases. */
    public long micros() {
        return until - before;
    }

    /** What would be taken back now. */
    public long unreleased() {
        return credit - before;
    }
}
