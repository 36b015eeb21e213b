package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Partner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

record PartnerView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000aa")
        UUID partnerId,

        @Schema(examples = "Acme Instruments") String name,
        @Schema(examples = "2026-11-23T09:00:00Z") Instant registeredAt,

        @Schema(
                description = "Whether the public summary of a commons may name it",
                examples = "false")
        boolean publishesRevenue) {

    static PartnerView of(Partner partner) {
        return new PartnerView(
                partner.id().value(),
                partner.name(),
                partner.registeredAt(),
                partner.publishesRevenue());
    }
}
