package org.commonfold.payout.payment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
@Table(name = "payout_run")
class PayoutRunRow {

    @Id
    @Column(name = "run_id")
    UUID runId;

    String currency;

    @Column(name = "minimum_micros")
    long minimumMicros;

    @Column(name = "execution_date")
    LocalDate executionDate;

    String state;

    @Column(name = "prepared_by")
    String preparedBy;

    @Column(name = "prepared_at")
    Instant preparedAt;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    @Column(name = "file_fetched_at")
    Instant fileFetchedAt;

    @Column(name = "cancelled_at")
    Instant cancelledAt;

    String debtor;

    @Column(name = "settlement_outcome")
    String settlementOutcome;

    @Column(name = "settlement_proposed_by")
    String settlementProposedBy;

    @Column(name = "settlement_proposed_at")
    Instant settlementProposedAt;

    @Column(name = "settlement_agreed_by")
    String settlementAgreedBy;

    @Column(name = "settlement_agreed_at")
    Instant settlementAgreedAt;

    @Column(name = "event_count")
    long eventCount;
}
