package org.commonfold.payout.fold.domain;

import java.math.BigInteger;

/** Products that do not fit a long, divided back into one that does. */
final class Fraction {

    private Fraction() {}

    /** {@code floor(amount · numerator / denominator)}, for none of them negative. */
    static long floor(long amount, long numerator, long denominator) {
        if (Math.multiplyHigh(amount, numerator) == 0 && amount * numerator >= 0) {
            return amount * numerator / denominator;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(numerator))
                .divide(BigInteger.valueOf(denominator))
                .longValueExact();
    }
}
