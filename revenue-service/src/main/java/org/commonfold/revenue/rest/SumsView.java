package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Sums;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;

/** Revenues added up. What is still owed: declared without received and voided. */
record SumsView(
        @Schema(description = "Also those that were voided", examples = "3")
        long revenueCount,

        @Schema(examples = "120000.00") String declared,
        @Schema(examples = "80000.00") String received,

        @Schema(description = "What is owed no more without having arrived", examples = "0.00")
        String voided) {

    private static final int MICRO_DIGITS = 6;

    static SumsView of(Sums sums, Currency currency) {
        return new SumsView(
                sums.revenueCount(),
                value(sums.declaredMicros(), currency),
                value(sums.receivedMicros(), currency),
                value(sums.voidedMicros(), currency));
    }

    private static String value(BigInteger micros, Currency currency) {
        return new BigDecimal(micros, MICRO_DIGITS)
                .setScale(currency.getDefaultFractionDigits())
                .toPlainString();
    }
}
