package org.commonfold.revenue.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

/**
 * The body of a webhook, as Standard Webhooks 1.0 frames it.
 *
 * @param timestamp when it happened, RFC 3339; for the sender's books, we have our own clock
 */
record WebhookRequest(
        @NotNull @Schema(examples = REVENUE_DECLARED) String type,

        @NotNull
        @Pattern(regexp = "[0-9-]{10}T[0-9:]{8}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})")
        @Schema(examples = "2026-11-23T09:00:00Z")
        String timestamp,

        @NotNull @Valid Data data) {

    static final String REVENUE_DECLARED = "revenue.declared";

    record Data(
            @NotNull @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
            UUID commonsId,

            @NotNull @Valid AmountJson amount,
            @NotNull @Valid PeriodJson period,
            @Size(max = 500) List<@Valid @NotNull UsageJson> usage,

            @NotNull @Pattern(regexp = References.PATTERN) @Schema(examples = "invoice 2026-10")
            String reference,

            @Size(max = Evidences.LENGTH_MAX)
            @Pattern(regexp = Evidences.PATTERN)
            @Schema(
                    description = "Where it can be checked: in no event",
                    examples = Evidences.EXAMPLE)
            String evidence) {

        DeclareRequest toDeclareRequest() {
            return new DeclareRequest(amount, period, usage, reference, evidence);
        }
    }
}
