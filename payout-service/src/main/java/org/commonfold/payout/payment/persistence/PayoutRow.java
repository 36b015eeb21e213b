package org.commonfold.payout.payment.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.util.UUID;

/** Read only: the payouts of a run are written together. */
@Entity
@Immutable
@Table(name = "payout")
class PayoutRow {

    @Id
    @Column(name = "payout_id")
    UUID payoutId;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "contributor_id")
    String contributorId;

    long micros;

    @Column(name = "account_id")
    UUID accountId;

    String sealed;
    String state;
    String reason;
}
