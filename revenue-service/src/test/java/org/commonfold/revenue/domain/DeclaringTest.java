package org.commonfold.revenue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.domain.Samples.LAB;
import static org.commonfold.revenue.domain.Samples.contribution;
import static org.commonfold.revenue.domain.Samples.declaration;
import static org.commonfold.revenue.domain.Samples.revenue;
import static org.commonfold.revenue.domain.Samples.revenueOf;
import static org.commonfold.revenue.domain.Samples.used;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@DisplayName("Declaring a revenue")
class DeclaringTest {

    private static final Set<ContributionId> PUBLISHED = Set.of(contribution(1), contribution(2));

    private static final Circumstances NOW =
            new Circumstances(true, true, PUBLISHED, Optional.empty());

    private final Declaring declaring = new Declaring();

    @Test
    void is_a_fact_from_then_on() {
        Revenue proposed = revenue(declaration("12.50", used(1, 3), used(2, 1)));

        assertThat(declaring.decide(proposed, NOW))
                .isEqualTo(Decision.accept(new RevenueEvent.Declared(proposed)));
    }

    @Test
    void need_not_say_what_was_used() {
        Revenue proposed = revenueOf("12.50");

        assertThat(declaring.decide(proposed, NOW))
                .isEqualTo(Decision.accept(new RevenueEvent.Declared(proposed)));
    }

    @Test
    void is_refused_for_work_that_was_not_published_there() {
        Revenue proposed = revenue(declaration("12.50", used(1, 3), used(3, 1)));

        assertThat(declaring.decide(proposed, NOW))
                .isEqualTo(Decision.reject(Rejection.UNKNOWN_CONTRIBUTION));
    }

    @Test
    void is_refused_when_a_work_is_named_twice() {
        Revenue proposed = revenue(declaration("12.50", used(1, 3), used(1, 1)));

        assertThat(declaring.decide(proposed, NOW))
                .isEqualTo(Decision.reject(Rejection.CONTRIBUTION_TWICE));
    }

    @Test
    void that_is_repeated_records_nothing_new() {
        assertThat(declaring.decide(revenueOf("12.5"), after(revenueOf("12.50"))))
                .isEqualTo(Decision.nothingNew());
    }

    @Test
    void under_a_reference_used_for_another_amount_is_refused() {
        assertThat(declaring.decide(revenueOf("12.51"), after(revenueOf("12.50"))))
                .isEqualTo(Decision.reject(Rejection.REFERENCE_REUSED));
    }

    @Test
    void under_a_reference_used_in_another_commons_is_refused() {
        Revenue former = revenueOf("12.50");
        Revenue elsewhere = Revenue.declared(
                former.id(),
                new CommonsId(UUID.randomUUID()),
                former.partnerId(),
                former.declaration(),
                former.declaredAt());

        assertThat(elsewhere.commonsId()).isNotEqualTo(LAB);
        assertThat(declaring.decide(elsewhere, after(former)))
                .isEqualTo(Decision.reject(Rejection.REFERENCE_REUSED));
    }

    @Test
    void is_for_registered_partners_and_for_a_commons_that_is_known() {
        Revenue proposed = revenueOf("12.50");
        Circumstances unregistered =
                new Circumstances(false, false, PUBLISHED, Optional.of(proposed));
        Circumstances unknown = new Circumstances(true, false, PUBLISHED, Optional.of(proposed));

        assertThat(declaring.decide(proposed, unregistered))
                .isEqualTo(Decision.reject(Rejection.UNREGISTERED_PARTNER));
        assertThat(declaring.decide(proposed, unknown))
                .isEqualTo(Decision.reject(Rejection.UNKNOWN_COMMONS));
    }

    private static Circumstances after(Revenue former) {
        return new Circumstances(true, true, Set.of(), Optional.of(former));
    }
}
