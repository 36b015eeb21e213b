package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.Receipt;

import java.time.Instant;
import java.util.UUID;

record ReceiptView(
        UUID receiptId, UUID revenueId, AmountJson amount, String reference, Instant receivedAt) {

    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.id().value(),
                receipt.revenueId().value(),
                AmountJson.of(receipt.amount()),
                receipt.reference(),
                receipt.receivedAt());
    }
}
