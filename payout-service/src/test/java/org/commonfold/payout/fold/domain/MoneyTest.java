package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An amount in an event")
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1000000",
        "0.000001, 1",
        "12.5, 12500000",
        "007.10, 7100000",
        "999999999999.999999, 999999999999999999"
    })
    void is_read_to_the_micro(String value, long micros) {
        assertThat(Money.parse(value, "EUR")).contains(new Money(micros, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.000000",
                "-1",
                "+1",
                "1e3",
                "1.",
                ".5",
                "1.0000001",
                " 7",
                "7 ",
                "7\n",
                "1000000000000",
                "0x1",
                "1,5",
                "NaN",
                "٣"
            })
    void is_nothing_else_than_digits_and_more_than_nothing(String value) {
        assertThat(Money.parse(value, "EUR")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EU", "EURO", "E1R", "ÉUR", "EUR\n"})
    void is_of_a_currency_of_three_capital_letters(String currency) {
        assertThat(Money.parse("1", currency)).isEmpty();
    }
}
