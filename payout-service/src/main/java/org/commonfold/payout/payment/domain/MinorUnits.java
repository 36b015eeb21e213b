package org.commonfold.payout.payment.domain;

import org.commonfold.payout.fold.domain.Money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** What banks can move: whole minor units of a currency, such as cents (DOMAIN.md, "Money"). */
public final class MinorUnits {

    /** Of one payout: 999 999 999.99, the most that a SEPA transfer takes. */
    public static final long PAYOUT_MICROS_MAX = 999_999_999_990_000L;

    private static final int DECIMAL = 10;

    private MinorUnits() {}

    /** Gold, special drawing rights and test codes have no minor unit: nobody is paid in those. */
    static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getCurrencyCode().equals(code))
                .filter(one -> one.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    /** The most of it that is a payout: whole minor units, and no more than a bank takes. */
    public static long payable(long micros, Currency currency) {
        long unit = microsOf(currency);
        long most = Math.min(micros, PAYOUT_MICROS_MAX);
        return most - most % unit;
    }

    /** Decimal, with exactly the currency's minor digits: {@code 12.50}. */
    public static BigDecimal decimal(BigDecimal micros, Currency currency) {
        return micros.movePointLeft(Money.MICRO_DIGITS)
                .setScale(currency.getDefaultFractionDigits());
    }

    /** As {@link #decimal(BigDecimal, Currency)}. */
    public static BigDecimal decimal(long micros, Currency currency) {
        return decimal(BigDecimal.valueOf(micros), currency);
    }

    /** Micros of the currency's minor unit, such as 10000 of a cent. */
    public static long microsOf(Currency currency) {
        long unit = 1;
        for (int digits = currency.getDefaultFractionDigits();
                digits < Money.MICRO_DIGITS;
                digits++) {
            unit *= DECIMAL;
        }
        return unit;
    }
}
