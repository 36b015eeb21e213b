package org.commonfold.payout.fold.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of money in an event.
 *
 * @param micros millionths of a currency unit; 0 &lt; micros &lt; 10¹⁸
 * @param currency three capital letters
 */
public record Money(long micros, String currency) {

    public static final int MICRO_DIGITS = 6;

    private static final Pattern VALUE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Reads {@code {"value": "1234.56", "currency": "EUR"}}; empty when it is no valid amount. */
    public static Optional<Money> parse(String value, String currency) {
        if (!VALUE.matcher(value).matches() || !CURRENCY.matcher(currency).matches()) {
            return Optional.empty();
        }
        long micros = new BigDecimal(value).movePointRight(MICRO_DIGITS).longValueExact();
        return micros == 0 ? Optional.empty() : Optional.of(new Money(micros, currency));
    }

    /** Micros as a decimal with all six digits, of any size. */
    public static String decimal(BigDecimal micros) {
        return micros.movePointLeft(MICRO_DIGITS).setScale(MICRO_DIGITS).toPlainString();
    }

    /** As {@link #decimal(BigDecimal)}. */
    public static String decimal(long micros) {
        return decimal(BigDecimal.valueOf(micros));
    }
}
