package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.domain.Partner;
import org.commonfold.revenue.domain.PartnerId;

import java.time.Clock;

/** Registers a company that will declare revenue. */
@ApplicationScoped
public class RegisterPartner {

    private final Partners partners;
    private final Ids ids;
    private final Clock clock;

    RegisterPartner(Partners partners, Ids ids, Clock clock) {
        this.partners = partners;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Partner> register(String name) {
        Partner partner = Partner.registered(new PartnerId(ids.next()), name, clock.instant());
        return partners.add(partner).replaceWith(partner);
    }
}
