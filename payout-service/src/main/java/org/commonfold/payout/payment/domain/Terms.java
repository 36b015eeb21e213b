package org.commonfold.payout.payment.domain;

import org.commonfold.payout.fold.domain.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;

/**
 * Whom a payout run pays, and when.
 *
 * @param minimumMicros who has less available is not paid yet
 * @param executionDate when the bank is to pay
 */
public record Terms(Currency currency, long minimumMicros, LocalDate executionDate) {

    private static final int YEARS_AHEAD_MAX = 1;

    /**
     * @param minimum decimal, in the currency's own minor digits, &gt; 0
     * @param today in UTC
     */
    public static Decision<Terms> of(
            String currencyCode, String minimum, LocalDate executionDate, LocalDate today) {
        Optional<Currency> currency = MinorUnits.currency(currencyCode);
        if (currency.isEmpty()) {
            return Decision.reject(Rejection.UNKNOWN_CURRENCY);
        }
        Optional<Money> money = Money.parse(minimum, currencyCode);
        if (money.isEmpty() || !isPayable(money.get(), currency.get())) {
            return Decision.reject(Rejection.INVALID_MINIMUM);
        }
        if (executionDate.isBefore(today)
                || executionDate.isAfter(today.plusYears(YEARS_AHEAD_MAX))) {
            return Decision.reject(Rejection.INVALID_EXECUTION_DATE);
        }
        return Decision.accept(new Terms(currency.get(), money.get().micros(), executionDate));
    }

    /** A bank pays on no day that has passed, by UTC. */
    boolean isTooLate(Instant now) {
        return executionDate.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    private static boolean isPayable(Money minimum, Currency currency) {
        return MinorUnits.payable(minimum.micros(), currency) == minimum.micros();
    }
}
