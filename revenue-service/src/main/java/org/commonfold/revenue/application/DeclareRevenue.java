package org.commonfold.revenue.application;

import static org.commonfold.revenue.domain.Rejection.UNKNOWN_COMMONS;

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
import java.util.List;
import java.util.Optional;

/** Declares revenue for a commons. */
@ApplicationScoped
public class DeclareRevenue {

    private final Declaring declaring = new Declaring();
    private final Commonses commonses;
    private final Contributions contributions;
    private final Revenues revenues;
    private final CommonsLog log;
    private final Ids ids;
    private final Clock clock;

    DeclareRevenue(
            Commonses commonses,
            Contributions contributions,
            Revenues revenues,
            CommonsLog log,
            Ids ids,
            Clock clock) {
        this.commonses = commonses;
        this.contributions = contributions;
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
        return commonses
                .known(List.of(commonsId))
                .chain(known -> known.contains(commonsId)
                        ? declare(proposed)
                        : Uni.createFrom().item(Decision.reject(UNKNOWN_COMMONS)));
    }

    private Uni<Decision<Outcome<Revenue>>> declare(Revenue proposed) {
        Declaration declaration = proposed.declaration();
        return contributions
                .published(proposed.commonsId(), declaration.used())
                .chain(published -> revenues.findByReference(
                                proposed.partnerId(), declaration.reference())
                        .chain(former ->
                                record(declaring.decide(proposed, former, published), former)));
    }

    private Uni<Decision<Outcome<Revenue>>> record(
            Decision<RevenueEvent.Declared> decision, Optional<Revenue> former) {
        return decision.fold(
                declared -> revenues.add(declared.revenue())
                        .chain(() -> log.record(declared, 0))
                        .replaceWith(Decision.accept(Outcome.recordedNow(declared.revenue()))),
                () -> Uni.createFrom()
                        .item(Decision.accept(
                                Outcome.recordedBefore(former.orElseThrow().asDeclared()))),
                reason -> Uni.createFrom().item(Decision.reject(reason)));
    }
}
