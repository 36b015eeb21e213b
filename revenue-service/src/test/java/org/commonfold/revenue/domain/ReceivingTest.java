package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.domain.Samples.accepted;
import static org.commonfold.revenue.domain.Samples.euros;
import static org.commonfold.revenue.domain.Samples.receipt;
import static org.commonfold.revenue.domain.Samples.revenueOf;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@DisplayName("Receiving a revenue")
class ReceivingTest {

    private final Receiving receiving = new Receiving();

    @Test
    void in_parts_ends_when_nothing_is_owed() {
        Revenue declared = revenueOf("12.50");
        Revenue part = receive(declared, "12.49");
        Revenue all = receive(part, "0.01");

        assertThat(declared.state()).isEqualTo(Revenue.State.DECLARED);
        assertThat(part.state()).isEqualTo(Revenue.State.PART_RECEIVED);
        assertThat(all.state()).isEqualTo(Revenue.State.RECEIVED);
        assertThat(all.received()).isEqualTo(all.amount());
        assertThat(all.eventCount()).isEqualTo(3);
    }

    @Test
    void is_refused_by_one_cent_beyond_what_is_owed() {
        Revenue part = receive(revenueOf("12.50"), "2.50");

        assertThat(receiving.decide(part, receipt(part, euros("10.01")), Optional.empty()))
                .isEqualTo(Decision.reject(Rejection.RECEIPT_EXCEEDS_DEBT));
    }

    @Test
    void is_one_of_five_hundred_parts_at_most() {
        Revenue revenue = revenueOf("12.50");
        for (int i = 1; i <= 500; i++) {
            revenue = receive(revenue, "0.01");
        }

        assertThat(receiving.decide(revenue, receipt(revenue, euros("0.01")), Optional.empty()))
                .isEqualTo(Decision.reject(Rejection.TOO_MANY_RECEIPTS));
    }

    @Test
    void is_refused_in_another_currency() {
        Revenue revenue = revenueOf("12.50");
        Money dollars = accepted(Money.of("1.00", "USD"));

        assertThat(receiving.decide(revenue, receipt(revenue, dollars), Optional.empty()))
                .isEqualTo(Decision.reject(Rejection.ANOTHER_CURRENCY));
    }

    @Test
    void is_refused_once_it_is_voided() {
        Revenue voided = Samples.voided(revenueOf("12.50"));

        assertThat(receiving.decide(voided, receipt(voided, euros("1.00")), Optional.empty()))
                .isEqualTo(Decision.reject(Rejection.REVENUE_VOIDED));
    }

    @Test
    void that_is_repeated_records_nothing_new_even_when_it_was_voided_meanwhile() {
        Revenue voided = Samples.voided(receive(revenueOf("12.50"), "1.00"));
        Receipt former = receipt(voided, euros("1.00"));

        assertThat(receiving.decide(voided, receipt(voided, euros("1.00")), Optional.of(former)))
                .isEqualTo(Decision.nothingNew());
    }

    @Test
    void under_a_reference_used_for_another_amount_is_refused() {
        Revenue revenue = revenueOf("12.50");
        Receipt former = receipt(revenue, euros("1.00"));

        assertThat(receiving.decide(revenue, receipt(revenue, euros("1.01")), Optional.of(former)))
                .isEqualTo(Decision.reject(Rejection.REFERENCE_REUSED));
    }

    private Revenue receive(Revenue revenue, String euros) {
        return accepted(receiving.decide(revenue, receipt(revenue, euros(euros)), Optional.empty()))
                .applyTo(revenue);
    }
}
