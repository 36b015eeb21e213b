package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "need")
class NeedRow {

    @Id
    @Column(name = "need_id")
    UUID needId;

    @Column(name = "commons_id")
    UUID commonsId;

    String title;
    String description;
    String kind;

    /** With commas between them, which no skill has. */
    @ColumnTransformer(
            read = "array_to_string(skills, ',')",
            write = "string_to_array(cast(? as text), ',')")
    String skills;

    @Column(name = "opened_by")
    String openedBy;

    @Column(name = "opened_at")
    Instant openedAt;

    @ColumnTransformer(read = "cast(takers as text)", write = "cast(cast(? as text) as jsonb)")
    String takers;

    @Column(name = "fulfilled_by")
    UUID fulfilledBy;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "change_count")
    long changeCount;
}
