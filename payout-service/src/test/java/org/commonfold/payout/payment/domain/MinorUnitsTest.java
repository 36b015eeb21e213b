package org.commonfold.payout.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;

@DisplayName("What a bank can move")
class MinorUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "EUR, 12345678, 12340000, 12.34",
        "EUR, 9999, 0, 0.00",
        "EUR, 10000, 10000, 0.01",
        "JPY, 12345678, 12000000, 12",
        "JPY, 999999, 0, 0",
        "JPY, 1000000, 1000000, 1",
        "KWD, 12345678, 12345000, 12.345",
        "KWD, 999, 0, 0.000",
        "KWD, 1000, 1000, 0.001",
        "CLF, 123456, 123400, 0.1234",
    })
    void is_whole_minor_units_of_its_currency(
            String code, long micros, long payable, String decimal) {
        Currency currency = Currency.getInstance(code);
        assertThat(MinorUnits.payable(micros, currency)).isEqualTo(payable);
        assertThat(MinorUnits.decimal(payable, currency)).hasToString(decimal);
    }

    @Test
    void is_at_most_what_one_transfer_takes() {
        Currency euro = Currency.getInstance("EUR");
        Currency yen = Currency.getInstance("JPY");
        long most = MinorUnits.PAYOUT_MICROS_MAX;
        assertThat(MinorUnits.payable(most, euro)).isEqualTo(most);
        assertThat(MinorUnits.payable(most + 10_000, euro)).isEqualTo(most);
        assertThat(MinorUnits.decimal(MinorUnits.payable(Long.MAX_VALUE, yen), yen))
                .hasToString("999999999");
    }

    @Test
    void is_no_gold() {
        assertThat(MinorUnits.currency("XAU")).isEmpty();
        assertThat(MinorUnits.currency("JPY")).isPresent();
    }
}
