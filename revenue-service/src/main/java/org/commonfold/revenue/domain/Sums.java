package org.commonfold.revenue.domain;

import java.math.BigInteger;
import java.util.Collection;

/**
 * Revenues of one currency, added up. Sums are of any size: an amount has a limit, their number has
 * none.
 *
 * @param revenueCount how many there are, also those that were voided
 * @param declaredMicros all of what was declared
 * @param receivedMicros how much of it has arrived
 * @param voidedMicros how much of it is owed no more, not having arrived
 */
public record Sums(
        long revenueCount,
        BigInteger declaredMicros,
        BigInteger receivedMicros,
        BigInteger voidedMicros) {

    static final Sums NOTHING = new Sums(0, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    static Sums of(Collection<PartnerSums> parts) {
        return parts.stream().map(PartnerSums::sums).reduce(NOTHING, Sums::plus);
    }

    private Sums plus(Sums other) {
        return new Sums(
                revenueCount + other.revenueCount,
                declaredMicros.add(other.declaredMicros),
                receivedMicros.add(other.receivedMicros),
                voidedMicros.add(other.voidedMicros));
    }
}
