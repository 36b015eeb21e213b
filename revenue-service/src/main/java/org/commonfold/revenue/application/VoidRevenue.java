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

    /**
     * @param by whoever asks for it
     * @param reason or null
     */
    public Uni<Decision<Revenue>> annul(RevenueId id, String by, String reason) {
        return revenues.findForChange(id)
                .chain(found -> found.map(revenue -> annul(revenue, by, reason))
                        .orElse(Uni.createFrom().item(Decision.reject(UNKNOWN_REVENUE))));
    }

    private Uni<Decision<Revenue>> annul(Revenue revenue, String by, String reason) {
        return voiding.decide(revenue, by, reason, clock.instant())
                .fold(
                        voided -> record(revenue, voided),
                        () -> Uni.createFrom().item(Decision.accept(revenue)),
                        refusal -> Uni.createFrom().item(Decision.reject(refusal)));
    }

    private Uni<Decision<Revenue>> record(Revenue revenue, RevenueEvent.Voided voided) {
        Revenue after = voided.applyTo(revenue);
        return revenues.update(after)
                .chain(() -> log.record(voided, revenue.eventCount()))
                .replaceWith(Decision.accept(after));
    }
}
