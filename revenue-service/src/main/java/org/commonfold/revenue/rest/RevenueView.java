package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Revenue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

record RevenueView(
        UUID revenueId,
        UUID commonsId,
        UUID partnerId,
        AmountJson amount,
        PeriodJson period,
        List<UsageJson> usage,
        String reference,

        @Schema(enumeration = {"declared", "part-received", "received", "voided"})
        String state,

        AmountJson received,
        Instant declaredAt) {

    static RevenueView of(Revenue revenue) {
        Declaration declaration = revenue.declaration();
        return new RevenueView(
                revenue.id().value(),
                revenue.commonsId().value(),
                revenue.partnerId().value(),
                AmountJson.of(declaration.amount()),
                PeriodJson.of(declaration.period()),
                declaration.usage().stream().map(UsageJson::of).toList(),
                declaration.reference(),
                revenue.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                AmountJson.of(revenue.received()),
                revenue.declaredAt());
    }
}
