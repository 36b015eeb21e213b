package org.commonfold.payout.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.payment.domain.MinorUnits;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.Total;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutRunView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000a1")
        UUID runId,

        @Schema(
                enumeration = {"prepared", "approved", "fetched", "restored", "cancelled"},
                examples = "approved")
        String state,

        @Schema(examples = "EUR") String currency,
        @Schema(examples = "10.00") String minimum,
        @Schema(examples = "2026-12-01") LocalDate executionDate,
        @Schema(examples = "tess") String preparedBy,
        Instant preparedAt,
        @Schema(examples = "theo") String approvedBy,
        Instant approvedAt,
        @Schema(description = "For the first time") Instant fileFetchedAt,
        Instant cancelledAt,

        @Schema(description = "What treasurers say of payments that the bank says nothing of")
        SettlementView settlement,

        @Schema(description = "By the state of its payments")
        List<TotalView> totals) {

    static PayoutRunView of(PayoutRun run, List<Total> totals) {
        Currency currency = run.terms().currency();
        return new PayoutRunView(
                run.id().value(),
                run.state().name().toLowerCase(Locale.ROOT),
                currency.getCurrencyCode(),
                MinorUnits.decimal(run.terms().minimumMicros(), currency).toPlainString(),
                run.terms().executionDate(),
                run.preparedBy(),
                run.preparedAt(),
                run.approvedBy(),
                run.approvedAt(),
                run.fileFetchedAt(),
                run.cancelledAt(),
                SettlementView.of(run.settlement()),
                totals.stream().map(total -> TotalView.of(total, currency)).toList());
    }
}
