package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "commons")
class CommonsRow {

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    String name;

    @ColumnTransformer(read = "cast(charter as text)", write = "cast(cast(? as text) as jsonb)")
    String charter;

    @Column(name = "charter_version")
    int charterVersion;

    @ColumnTransformer(read = "cast(stewards as text)", write = "cast(cast(? as text) as jsonb)")
    String stewards;

    @Column(name = "founded_at")
    Instant foundedAt;
}
