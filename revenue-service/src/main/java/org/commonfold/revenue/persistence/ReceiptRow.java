package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

@Entity
@Immutable
@Table(name = "receipt")
class ReceiptRow {

    @Id
    @Column(name = "receipt_id")
    UUID receiptId;

    @Column(name = "revenue_id")
    UUID revenueId;

    @Column(name = "amount_micros")
    long amountMicros;

    String currency;
    String reference;

    @Column(name = "received_at")
    Instant receivedAt;
}
