package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Declaring;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Revenue;
import org.commonfold.revenue.domain.RevenueEvent;
import org.commonfold.revenue.domain.RevenueId;

import java.time.Clock;
import java.util.Optional;

/** Declares revenue for a commons. */
@ApplicationScoped
public class DeclareRevenue {

    private final Declaring declaring = new Declaring();
    private final Revenues revenues;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    DeclareRevenue(Revenues revenues, CommonsLog log, Ids ids, Clock clock) {
        this.revenues = revenues;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** A reference used before, for the same, gives what was declared then, as it was then. */
    public Uni<Decision<Outcome<Revenue>>> declare(
            CommonsId commonsId, PartnerId partnerId, Declaration declaration) {
        RevenueId id = new RevenueId(ids.next());
        Revenue proposed = Revenue.declared(id, commonsId, partnerId, declaration, clock.instant());
        return revenues.circumstancesOf(proposed)
                .chain(now -> declaring
                        .decide(proposed, now)
                        .fold(
                                this::record,
                                () -> before(now.former()),
                                reason -> Uni.createFrom().item(Decision.reject(reason))));
    }

    /** Neither waits for the other: they go to the database together. */
    private Uni<Decision<Outcome<Revenue>>> record(RevenueEvent.Declared declared) {
        return Uni.join()
                .all(revenues.add(declared.revenue()), log.record(declared, 0))
                .andFailFast()
                .replaceWith(Decision.accept(Outcome.recordedNow(declared.revenue())));
    }

    private static Uni<Decision<Outcome<Revenue>>> before(Optional<Revenue> former) {
        Revenue first = former.orElseThrow().asDeclared();
        return Uni.createFrom().item(Decision.accept(Outcome.recordedBefore(first)));
    }
}
