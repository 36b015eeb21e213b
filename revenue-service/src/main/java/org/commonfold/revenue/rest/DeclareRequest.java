package org.commonfold.revenue.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.revenue.domain.Declaration;

import java.util.List;

record DeclareRequest(
        @NotNull @Valid AmountJson amount,
        @NotNull @Valid PeriodJson period,
        @Size(max = 500) List<@Valid @NotNull UsageJson> usage,
        @NotNull @Pattern(regexp = References.PATTERN) String reference) {

    Declaration toDeclaration() {
        return new Declaration(
                amount.toMoney(),
                period.toPeriod(),
                usage == null
                        ? List.of()
                        : usage.stream().map(UsageJson::toUsage).toList(),
                reference);
    }
}
