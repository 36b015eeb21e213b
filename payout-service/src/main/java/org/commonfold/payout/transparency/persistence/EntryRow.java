package org.commonfold.payout.transparency.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** Read only. */
@Entity
@Immutable
@Table(name = "entry")
class EntryRow {

    @Id
    @Column(name = "entry_id")
    UUID id;

    @Column(name = "commons_id")
    String commonsId;

    String kind;

    @Column(name = "revenue_id")
    String revenueId;

    @Column(name = "payout_id")
    UUID payoutId;

    String currency;

    @Column(name = "log_partition")
    Integer logPartition;

    @Column(name = "log_offset")
    Long logOffset;

    @Column(name = "booked_at")
    Instant bookedAt;

    LedgerEntry toEntry() {
        return new LedgerEntry(
                id,
                new CommonsId(commonsId),
                kind,
                revenueId == null ? null : new RevenueId(revenueId),
                payoutId,
                currency,
                logOffset == null ? null : new LedgerEntry.Place(logPartition, logOffset),
                bookedAt);
    }
}
