package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "charter_version")
@IdClass(CharterVersionRow.Key.class)
class CharterVersionRow {

    record Key(UUID commonsId, int version) {}

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    @Id
    int version;

    @ColumnTransformer(read = "cast(charter as text)", write = "cast(cast(? as text) as jsonb)")
    String charter;

    @Column(name = "adopted_by")
    String adoptedBy;

    @Column(name = "adopted_at")
    Instant adoptedAt;
}
