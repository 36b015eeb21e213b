package org.commonfold.revenue.application;

import static org.commonfold.revenue.domain.Rejection.UNKNOWN_REVENUE;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueEvent;
import org.commonfold.revenue.domain.RevenueId;
import org.commonfold.revenue.domain.Voiding;

import java.time.Clock;

/** Voids a revenue: what has not arrived is owed no more. */
@ApplicationScoped
public class VoidRevenue {

    private final Voiding voiding = new Voiding();
    private final Revenues revenues;
    private final CommonsLog log;
    private final Clock clock;

    VoidRevenue(Revenues revenues, CommonsLog log, Clock clock) {
        this.revenues = revenues;
        this.log = log;
        this.clock = clock;
    }

    public Uni<Decision<Revenue>> annul(RevenueId id) {
        return revenues.findForChange(id)
                .chain(found -> found.map(this::annul)
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_REVENUE))));
    }

    private Uni<Decision<Revenue>> annul(Revenue revenue) {
        return voiding.decide(revenue, clock.instant())
                .fold(
                        voided -> record(revenue, voided),
                        () -> Uni.createFrom().item(Decision.accept(revenue)),
                        reason -> Uni.createFrom().item(Decision.reject(reason)));
    }

    private Uni<Decision<Revenue>> record(Revenue revenue, RevenueEvent.Voided voided) {
        Revenue after = voided.applyTo(revenue);
        return revenues.update(after)
                .chain(() -> log.record(voided, revenue.eventCount()))
                .replaceWith(Decision.accept(after));
    }
}
