package org.commonfold.revenue.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.UUID;

/**
 * The body of a webhook, as Standard Webhooks 1.0 frames it.
 *
 * @param timestamp when it happened, RFC 3339; for the sender's books, we have our own clock
 */
record WebhookRequest(
        @NotNull String type,

        @NotNull @Pattern(regexp = "[0-9-]{10}T[0-9:]{8}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})")
        String timestamp,

        @NotNull @Valid Data data) {

    static final String REVENUE_DECLARED = "revenue.declared";

    record Data(
            @NotNull UUID commonsId,
            @NotNull @Valid AmountJson amount,
            @NotNull @Valid PeriodJson period,
            @Size(max = 500) List<@Valid @NotNull UsageJson> usage,
            @NotNull @Pattern(regexp = References.PATTERN) String reference) {

        DeclareRequest toDeclareRequest() {
            return new DeclareRequest(amount, period, usage, reference);
        }
    }
}
