package org.commonfold.revenue.domain;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An amount of one currency (DOMAIN.md, "Money").
 *
 * @param micros 10⁻⁶ of a currency unit, 0 ≤ micros &lt; 10¹⁸
 * @param currency one that has a minor unit
 */
public record Money(long micros, Currency currency) {

    /** Digits only: no sign, no exponent, at most 12 of them before the point and 6 behind it. */
    public static final String VALUE_PATTERN = "[0-9]{1,12}(\\.[0-9]{1,6})?";

    public static final String CURRENCY_PATTERN = "[A-Z]{3}";

    /** Gold, special drawing rights and test codes have no minor unit: nobody owes those here. */
    private static final Map<String, Currency> PAYABLE = Currency.getAvailableCurrencies().stream()
            .filter(one -> one.getDefaultFractionDigits() >= 0)
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

    private static final Pattern VALUE = Pattern.compile(VALUE_PATTERN);
    private static final int MICRO_DIGITS = 6;

    /**
     * An amount that somebody declares or received.
     *
     * @param value decimal, &gt; 0, &lt; 10¹², with at most the currency's own minor digits
     * @param currencyCode ISO 4217
     */
    public static Decision<Money> of(String value, String currencyCode) {
        Currency currency = PAYABLE.get(currencyCode);
        if (currency == null) {
            return Decision.reject(Rejection.UNKNOWN_CURRENCY);
        }
        if (!VALUE.matcher(value).matches()) {
            return Decision.reject(Rejection.INVALID_AMOUNT);
        }
        BigDecimal amount = new BigDecimal(value);
        int minorDigits = currency.getDefaultFractionDigits();
        boolean isPayable = amount.stripTrailingZeros().scale() <= minorDigits;
        if (amount.signum() == 0 || !isPayable) {
            return Decision.reject(Rejection.INVALID_AMOUNT);
        }
        long micros = amount.movePointRight(MICRO_DIGITS).longValueExact();
        return Decision.accept(new Money(micros, currency));
    }

    /** The same currency, another number. */
    Money withMicros(long number) {
        return new Money(number, currency);
    }

    boolean isSameCurrencyAs(Money other) {
        return currency.equals(other.currency);
    }

    /** Decimal, with exactly the currency's minor digits: {@code 12.50}. */
    public String value() {
        return BigDecimal.valueOf(micros, MICRO_DIGITS)
                .setScale(currency.getDefaultFractionDigits())
                .toPlainString();
    }
}
