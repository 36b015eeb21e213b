package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** What a rating was at one time. Only read through Hibernate. */
@Entity
@Immutable
@Table(name = "rating_version")
@IdClass(RatingVersionRowId.class)
class RatingVersionRow {

    @Id
    @Column(name = "rating_id")
    UUID ratingId;

    @Id
    int version;

    @ColumnTransformer(read = "cast(scores as text)", write = "cast(cast(? as text) as json)")
    String scores;

    Integer confidence;
    String comment;

    @Column(name = "charter_version")
    int charterVersion;

    int revision;

    @Column(name = "rated_at")
    Instant ratedAt;

    @Column(name = "retracted_at")
    Instant retractedAt;
}
