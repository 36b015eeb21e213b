package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "reapportionment")
class ReapportionmentRow {

    @Id
    @Column(name = "reapportionment_id")
    UUID reapportionmentId;

    @Column(name = "contribution_id")
    UUID contributionId;

    @Column(name = "authors_before")
    @ColumnTransformer(
            read = "cast(authors_before as text)",
            write = "cast(cast(? as text) as jsonb)")
    String authorsBefore;

    @ColumnTransformer(read = "cast(authors as text)", write = "cast(cast(? as text) as jsonb)")
    String authors;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "confirmed_by")
    @ColumnTransformer(
            read = "cast(confirmed_by as text)",
            write = "cast(cast(? as text) as jsonb)")
    String confirmedBy;

    String state;
}
