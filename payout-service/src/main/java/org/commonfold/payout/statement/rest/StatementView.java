package org.commonfold.payout.statement.rest;

import org.commonfold.payout.statement.domain.Statement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a contributor earned and was paid. */
record StatementView(
        @Schema(examples = "ada") String contributorId,
        @Schema(examples = "2026-01-01") LocalDate from,
        @Schema(examples = "2026-01-31") LocalDate to,

        @Schema(description = "Whether the period is over; else more may come", examples = "true")
        boolean ended,

        @Schema(
                description = "When the closing balances were so: the end of the period, or now",
                examples = "2026-02-01T00:00:00.000Z")
        Instant closedAt,

        @Schema(description = "Those in which anything was booked by the end of the period")
        List<CurrencyStatementView> currencies) {

    static StatementView of(Statement statement) {
        return new StatementView(
                statement.contributorId().value(),
                statement.period().from(),
                statement.period().to(),
                statement.isOfEndedPeriod(),
                statement.closedAt(),
                statement.currencies().stream().map(CurrencyStatementView::of).toList());
    }
}
