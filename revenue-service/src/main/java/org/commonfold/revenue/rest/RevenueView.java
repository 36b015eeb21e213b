package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Revenue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

record RevenueView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000e1")
        UUID revenueId,

        @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
        UUID commonsId,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000aa")
        UUID partnerId,

        AmountJson amount,
        PeriodJson period,
        List<UsageJson> usage,
        @Schema(examples = "invoice 2026-10") String reference,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Where it can be checked, if it said so",
                examples = Evidences.EXAMPLE)
        String evidence,

        @Schema(
                enumeration = {"declared", "part-received", "received", "voided"},
                examples = "declared")
        String state,

        AmountJson received,
        @Schema(examples = "2026-11-23T09:00:00Z") Instant declaredAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "If it was voided")
        VoidingView voiding) {

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
                declaration.evidence(),
                revenue.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                AmountJson.of(revenue.received()),
                revenue.declaredAt(),
                VoidingView.of(revenue.voided()));
    }
}
