package org.commonfold.revenue.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.domain.Declaration;
import org.commonfold.revenue.domain.Revenue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Without {@code usage} when nothing is named. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RevenueDeclaredV1(
        UUID commonsId,
        UUID revenueId,
        UUID partnerId,
        AmountV1 amount,
        PeriodV1 period,
        List<UsageV1> usage,
        String reference,
        Instant declaredAt) {

    static final String TYPE = "RevenueDeclared.v1";

    static RevenueDeclaredV1 of(Revenue revenue) {
        Declaration declaration = revenue.declaration();
        return new RevenueDeclaredV1(
                revenue.commonsId().value(),
                revenue.id().value(),
                revenue.partnerId().value(),
                AmountV1.of(declaration.amount()),
                PeriodV1.of(declaration.period()),
                declaration.usage().stream().map(UsageV1::of).toList(),
                declaration.reference(),
                revenue.declaredAt());
    }
}
