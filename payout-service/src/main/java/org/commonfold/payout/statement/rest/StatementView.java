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

        @Schema(
                description = "Whether the period is over; else more may come. Of a period that has"
                        + " just ended, what stands in the log and is not booked yet still comes,"
                        + " a moment later",
                examples = "true")
        boolean ended,

        @Schema(
                description = "When the closing balances were so: the end of the period, or now",
                examples = "2026-02-01T00:00:00.000Z")
        Instant closedAt,

        @Schema(
                description = "Those in which anything was booked by the end of the period",
                examples = StatementView.CURRENCIES)
        List<CurrencyStatementView> currencies) {

    /** One that adds up, as one made of the examples of its fields would not. */
    private static final String CURRENCIES = """
            [{"currency": "EUR",
              "opening": {"accrued": "95.000000", "available": "0.000000",
                          "reserved": "0.000000", "paid": "0.000000"},
              "movements": [{
                "bookedAt": "2026-01-15T09:30:00.000Z",
                "entryId": "5f3ba63c-7f6b-3a7e-9b1f-0d3c5ce2a111",
                "commonsId": "0198c0de-0000-7000-8000-000000000001",
                "kind": "release",
                "revenueId": "0198c0de-0000-7000-8000-0000000000e1",
                "change": {"accrued": "-31.663500", "available": "31.663500",
                           "reserved": "0.000000", "paid": "0.000000"},
                "explanation":
                  "/v1/entries/5f3ba63c-7f6b-3a7e-9b1f-0d3c5ce2a111/explanation"}],
              "closing": {"accrued": "63.336500", "available": "31.663500",
                          "reserved": "0.000000", "paid": "0.000000"}}]""";

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
