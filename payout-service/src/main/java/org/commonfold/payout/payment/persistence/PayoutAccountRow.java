package org.commonfold.payout.payment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "payout_account")
class PayoutAccountRow {

    @Id
    @Column(name = "contributor_id")
    String contributorId;

    @Column(name = "account_id")
    UUID accountId;

    String sealed;

    @Column(name = "changed_at")
    Instant changedAt;
}
