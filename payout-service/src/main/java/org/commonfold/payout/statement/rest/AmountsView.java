package org.commonfold.payout.statement.rest;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.statement.domain.Amounts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The four balances, or what changes in them. */
record AmountsView(
        @Schema(examples = "63.336500") String accrued,
        @Schema(examples = "31.663500") String available,
        @Schema(examples = "0.000000") String reserved,
        @Schema(examples = "0.000000") String paid) {

    static AmountsView of(Amounts amounts) {
        return new AmountsView(
                decimal(amounts.accrued()),
                decimal(amounts.available()),
                decimal(amounts.reserved()),
                decimal(amounts.paid()));
    }

    private static String decimal(BigInteger micros) {
        return Money.decimal(new BigDecimal(micros));
    }
}
