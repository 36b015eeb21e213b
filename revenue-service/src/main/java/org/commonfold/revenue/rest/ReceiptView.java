package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Receipt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

record ReceiptView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000d1")
        UUID receiptId,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000e1")
        UUID revenueId,

        AmountJson amount,
        @Schema(examples = "transfer 4711") String reference,
        @Schema(examples = "2026-11-23T09:00:00Z") Instant receivedAt) {

    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.id().value(),
                receipt.revenueId().value(),
                AmountJson.of(receipt.amount()),
                receipt.reference(),
                receipt.receivedAt());
    }
}
