package org.commonfold.payout.payment.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** A run as it was approved: what it takes to go on with it when only the log is left. */
record PayoutRunV1(
        PayoutAmountV1 minimum,
        String executionDate,
        String preparedBy,
        Instant preparedAt,
        String approvedBy,
        Instant approvedAt) {

    static PayoutRunV1 of(PayoutRun run) {
        Terms terms = run.terms();
        return new PayoutRunV1(
                PayoutAmountV1.of(terms.minimumMicros(), terms.currency().getCurrencyCode()),
                terms.executionDate().toString(),
                run.preparedBy(),
                run.preparedAt(),
                run.approvedBy(),
                run.approvedAt());
    }

    /** Back from what was written. */
    static PayoutRun read(PayoutRunId id, JsonNode data) {
        Currency currency =
                Currency.getInstance(data.path("minimum").path("currency").asText());
        String minimum = data.path("minimum").path("value").asText();
        Terms terms = new Terms(
                currency,
                Money.parse(minimum, currency.getCurrencyCode()).orElseThrow().micros(),
                LocalDate.parse(data.path("executionDate").asText()));
        return new PayoutRun(
                id,
                terms,
                PayoutRun.State.RESTORED,
                data.path("preparedBy").asText(),
                Instant.parse(data.path("preparedAt").asText()),
                data.path("approvedBy").asText(),
                Instant.parse(data.path("approvedAt").asText()),
                null,
                null,
                null,
                0);
    }
}
