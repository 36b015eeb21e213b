package org.commonfold.payout.ledger.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.math.BigDecimal;

/** Read only: balances are moved by the statements that book entries. */
@Entity
@Immutable
@Table(name = "balance")
@IdClass(BalanceRow.Key.class)
class BalanceRow {

    record Key(String commonsId, String owner, String currency) {}

    @Id
    @Column(name = "commons_id")
    String commonsId;

    @Id
    String owner;

    @Id
    String currency;

    BigDecimal accrued;
    BigDecimal available;
    BigDecimal reserved;
    BigDecimal paid;
}
