package org.commonfold.payout.statement.domain;

import java.math.BigInteger;

/**
 * The four balances of a person in one currency, or what changes in them; in micros. What a person
 * has is positive here, though it is a credit in the books.
 *
 * @param accrued declared, not yet received
 * @param available received
 * @param reserved in a payout
 * @param paid left for the bank
 */
public record Amounts(
        BigInteger accrued, BigInteger available, BigInteger reserved, BigInteger paid) {

    public static final Amounts NOTHING =
            new Amounts(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    public Amounts plus(Amounts other) {
        return new Amounts(
                accrued.add(other.accrued),
                available.add(other.available),
                reserved.add(other.reserved),
                paid.add(other.paid));
    }
}
