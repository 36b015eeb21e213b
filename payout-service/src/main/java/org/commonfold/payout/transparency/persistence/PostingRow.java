package org.commonfold.payout.transparency.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.commonfold.payout.fold.domain.Account;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.transparency.application.Entries;
import org.hibernate.annotations.Immutable;

import java.util.UUID;

/** Read only. */
@Entity
@Immutable
@Table(name = "posting")
@IdClass(PostingRow.Key.class)
class PostingRow {

    record Key(String commonsId, UUID entryId, int line) {}

    @Id
    @Column(name = "commons_id")
    String commonsId;

    @Id
    @Column(name = "entry_id")
    UUID entryId;

    @Id
    int line;

    String owner;
    String kind;
    long micros;

    Entries.Line toLine() {
        return new Entries.Line(line, new Posting(new Account(owner, kind), micros));
    }
}
