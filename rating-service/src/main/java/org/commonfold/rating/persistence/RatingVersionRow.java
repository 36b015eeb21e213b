package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.commonfold.rating.domain.Rating;
import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.util.UUID;

/** What a rating was at one time. Never changed, but for when it was retracted. */
@Entity
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

    static RatingVersionRow of(Rating rating) {
        RatingVersionRow row = new RatingVersionRow();
        row.ratingId = rating.id().value();
        row.version = rating.version();
        row.scores = Documents.scores(rating.opinion().scores());
        row.confidence = rating.opinion().confidence();
        row.comment = rating.comment();
        row.charterVersion = rating.charterVersion();
        row.revision = rating.revision();
        row.ratedAt = rating.ratedAt();
        return row;
    }
}
