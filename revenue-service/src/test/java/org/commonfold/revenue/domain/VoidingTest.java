package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.domain.Samples.LAB;
import static org.commonfold.revenue.domain.Samples.NOON;
import static org.commonfold.revenue.domain.Samples.accepted;
import static org.commonfold.revenue.domain.Samples.euros;
import static org.commonfold.revenue.domain.Samples.revenueOf;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Voiding a revenue")
class VoidingTest {

    private final Voiding voiding = new Voiding();

    @Test
    void leaves_what_has_arrived() {
        Revenue part = revenueOf("12.50").received(euros("2.50"));
        RevenueEvent.Voided voided = accepted(voiding.decide(part, "tess", "Declared twice", NOON));

        assertThat(voided)
                .isEqualTo(new RevenueEvent.Voided(part.id(), LAB, NOON, "tess", "Declared twice"));
        assertThat(voided.applyTo(part).state()).isEqualTo(Revenue.State.VOIDED);
        assertThat(voided.applyTo(part).received()).isEqualTo(euros("2.50"));
    }

    @Test
    void that_is_repeated_records_nothing_new() {
        Revenue voided = Samples.voided(revenueOf("12.50"));

        assertThat(voiding.decide(voided, "theo", "Again", NOON)).isEqualTo(Decision.nothingNew());
    }

    @Test
    void is_refused_when_nothing_is_owed_any_more() {
        Revenue received = revenueOf("12.50").received(euros("12.50"));

        assertThat(voiding.decide(received, "tess", null, NOON))
                .isEqualTo(Decision.reject(Rejection.REVENUE_RECEIVED));
    }
}
