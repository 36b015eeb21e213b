package org.commonfold.revenue.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.revenue.domain.Declaration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record DeclareRequest(
        @NotNull @Valid AmountJson amount,
        @NotNull @Valid PeriodJson period,
        @Size(max = 500) List<@Valid @NotNull UsageJson> usage,

        @NotNull @Pattern(regexp = References.PATTERN) @Schema(examples = "invoice 2026-10")
        String reference,

        @Size(max = Evidences.LENGTH_MAX)
        @Pattern(regexp = Evidences.PATTERN)
        @Schema(description = "Where it can be checked: in no event", examples = Evidences.EXAMPLE)
        String evidence) {

    Declaration toDeclaration() {
        return new Declaration(
                amount.toMoney(),
                period.toPeriod(),
                usage == null
                        ? List.of()
                        : usage.stream().map(UsageJson::toUsage).toList(),
                reference,
                evidence);
    }
}
