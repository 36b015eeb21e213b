package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "revenue")
class RevenueRow {

    @Id
    @Column(name = "revenue_id")
    UUID revenueId;

    @Column(name = "commons_id")
    UUID commonsId;

    @Column(name = "partner_id")
    UUID partnerId;

    @Column(name = "amount_micros")
    long amountMicros;

    String currency;

    @Column(name = "period_from")
    LocalDate periodFrom;

    @Column(name = "period_to")
    LocalDate periodTo;

    @ColumnTransformer(read = "cast(usage as text)", write = "cast(cast(? as text) as jsonb)")
    String usage;

    String reference;
    String evidence;

    @Column(name = "received_micros")
    long receivedMicros;

    @Column(name = "declared_at")
    Instant declaredAt;

    @Column(name = "voided_at")
    Instant voidedAt;

    @Column(name = "voided_by")
    String voidedBy;

    @Column(name = "void_reason")
    String voidReason;

    @Column(name = "event_count")
    long eventCount;
}
