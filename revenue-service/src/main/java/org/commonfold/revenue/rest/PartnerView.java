package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Partner;

import java.time.Instant;
import java.util.UUID;

record PartnerView(UUID partnerId, String name, Instant registeredAt) {

    static PartnerView of(Partner partner) {
        return new PartnerView(partner.id().value(), partner.name(), partner.registeredAt());
    }
}
