package org.commonfold.payout.fold.domain;

/** A range of integers, both ends in it. */
record Range(long min, long max) {

    boolean holds(long number) {
        return number >= min && number <= max;
    }
}
