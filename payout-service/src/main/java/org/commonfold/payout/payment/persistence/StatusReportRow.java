package org.commonfold.payout.payment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "payout_status_report")
class StatusReportRow {

    @Id
    @Column(name = "message_id")
    String messageId;

    byte[] digest;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "read_by")
    String readBy;

    int paid;
    int returned;
    int unchanged;

    @Column(name = "read_at")
    Instant readAt;
}
