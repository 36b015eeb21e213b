package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An amount")
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.50, EUR, 12500000",
        "12.5, EUR, 12500000",
        "0.01, EUR, 10000",
        "999999999999.99, EUR, 999999999999990000",
        "1.000000, EUR, 1000000",
        "007, EUR, 7000000",
        "1, JPY, 1000000",
        "0.001, BHD, 1000"
    })
    void is_held_in_micros(String value, String currency, long micros) {
        assertThat(Samples.accepted(Money.of(value, currency)).micros()).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.00",
                "-1",
                "+1",
                "1e3",
                "1E3",
                "0x1",
                ".5",
                "5.",
                "1,5",
                " 1",
                "NaN",
                "0.001",
                "0.0000001",
                "1000000000000",
                "1000000000000.00",
                "1.0000000",
                "١"
            })
    void is_refused_unless_it_is_a_payable_decimal(String value) {
        assertThat(Money.of(value, "EUR")).isEqualTo(Decision.reject(Rejection.INVALID_AMOUNT));
    }

    @Test
    void of_yen_has_no_decimals() {
        assertThat(Money.of("1.5", "JPY")).isEqualTo(Decision.reject(Rejection.INVALID_AMOUNT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "ABC", "XAU", "XTS", "XDR", "€"})
    void is_refused_in_what_is_no_money(String currency) {
        assertThat(Money.of("1", currency)).isEqualTo(Decision.reject(Rejection.UNKNOWN_CURRENCY));
    }

    @ParameterizedTest
    @CsvSource({"12.5, EUR, 12.50", "0012, EUR, 12.00", "5, JPY, 5", "5.1, BHD, 5.100"})
    void is_written_with_the_minor_digits_of_its_currency(
            String value, String currency, String written) {
        assertThat(Samples.accepted(Money.of(value, currency)).value()).isEqualTo(written);
    }
}
