package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** Only read through Hibernate. */
@Entity
@Immutable
@Table(name = "rating")
class RatingRow {

    @Id
    @Column(name = "rating_id")
    UUID ratingId;

    @Column(name = "contribution_id")
    UUID contributionId;

    @Column(name = "commons_id")
    UUID commonsId;

    @Column(name = "rater_id")
    String raterId;

    @ColumnTransformer(read = "cast(scores as text)", write = "cast(cast(? as text) as json)")
    String scores;

    Integer confidence;
    String comment;

    @Column(name = "charter_version")
    int charterVersion;

    int revision;
    int version;

    @Column(name = "rated_at")
    Instant ratedAt;

    @Column(name = "retracted_at")
    Instant retractedAt;

    @Column(name = "event_count")
    long eventCount;
}
