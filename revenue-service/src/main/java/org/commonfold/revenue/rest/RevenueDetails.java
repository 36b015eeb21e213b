package org.commonfold.revenue.rest;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.idempotency.Answer;
import org.commonfold.revenue.application.Distributions;
import org.commonfold.revenue.application.Receipts;
import org.commonfold.revenue.domain.Revenue;

/** A revenue with all that became of it. */
@ApplicationScoped
class RevenueDetails {

    private final Receipts receipts;
    private final Distributions distributions;

    RevenueDetails(Receipts receipts, Distributions distributions) {
        this.receipts = receipts;
        this.distributions = distributions;
    }

    Uni<Answer> answer(Revenue revenue) {
        return receipts.of(revenue.id())
                .chain(received -> distributions
                        .of(revenue.id())
                        .map(told -> RevenueDetailView.of(revenue, received, told)))
                .map(view -> Answer.ok(view).withVersion(revenue.eventCount()));
    }
}
