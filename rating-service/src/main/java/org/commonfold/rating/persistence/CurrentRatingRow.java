package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.RatingKey;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import java.math.BigDecimal;
import java.util.UUID;

/** Only read through Hibernate; written in bulk by {@link CurrentRatingsTable}. */
@Entity
@Immutable
@Table(name = "current_rating")
@IdClass(CurrentRatingRowId.class)
class CurrentRatingRow {

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    @Id
    @Column(name = "rater_id")
    String raterId;

    @Column(name = "commons_id")
    UUID commonsId;

    @ColumnTransformer(read = "cast(scores as text)", write = "cast(cast(? as text) as json)")
    String scores;

    @Column(name = "charter_version")
    int charterVersion;

    long points;
    BigDecimal level;

    @ColumnTransformer(read = "cast(authors as text)", write = "cast(cast(? as text) as json)")
    String authors;

    CurrentRating toRating() {
        RatingKey key = new RatingKey(
                new CommonsId(commonsId),
                new ContributionId(contributionId),
                new ContributorId(raterId));
        return new CurrentRating(
                key,
                Documents.scores(scores),
                charterVersion,
                points,
                level.toBigIntegerExact(),
                Documents.authors(authors));
    }
}
