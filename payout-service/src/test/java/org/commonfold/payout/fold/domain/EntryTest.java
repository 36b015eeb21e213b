package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

@DisplayName("A ledger entry")
class EntryTest {

    @Test
    void that_does_not_balance_cannot_be_made() {
        assertThatThrownBy(() -> entry(2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cannot_balance_by_overflowing() {
        // As longs these sum to zero: 2 · 2⁶³ is 0 in 64 bits.
        assertThatThrownBy(() -> entry(Long.MIN_VALUE, Long.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Entry entry(long one, long other) {
        return new Entry(
                Entry.Kind.RELEASE,
                History.COMMONS,
                new RevenueId("r"),
                "EUR",
                List.of(
                        new Posting(Account.bank("EUR"), one),
                        new Posting(Account.receivable(History.PARTNER), other)));
    }
}
