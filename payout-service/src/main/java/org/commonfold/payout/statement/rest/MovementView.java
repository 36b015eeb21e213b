package org.commonfold.payout.statement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.statement.domain.StatementLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of the ledger.
 *
 * @param revenueId absent when the entry is about a payout
 * @param payoutId absent when it is about a revenue
 * @param explanation where to read why it is so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MovementView(
        @Schema(examples = "2026-01-15T09:30:00.000Z") Instant bookedAt,
        @Schema(examples = ENTRY) UUID entryId,

        @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
        String commonsId,

        @Schema(
                description = "distribution, release or taking-back of a revenue;"
                        + " reservation, payment or return of a payout",
                examples = "release")
        String kind,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000e1")
        String revenueId,

        UUID payoutId,

        @Schema(description = "Of each balance, with its sign")
        AmountsView change,

        @Schema(examples = "/v1/entries/" + ENTRY + "/explanation")
        String explanation) {

    private static final String ENTRY = "5f3ba63c-7f6b-3a7e-9b1f-0d3c5ce2a111";

    static MovementView of(StatementLine line) {
        return new MovementView(
                line.bookedAt(),
                line.entryId(),
                line.commonsId().value(),
                line.kind(),
                line.isOfRevenue() ? line.subject().revenueId().value() : null,
                line.subject().payoutId(),
                AmountsView.of(line.change()),
                "/v1/entries/" + line.entryId() + "/explanation");
    }
}
