package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Rater;
import org.commonfold.rating.domain.RaterTotals;
import org.hibernate.annotations.Immutable;

import java.util.UUID;

/** Only read through Hibernate; written in bulk by {@link CurrentRatingsTable}. */
@Entity
@Immutable
@Table(name = "rater_total")
@IdClass(RaterTotalRowId.class)
class RaterTotalRow {

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    @Id
    @Column(name = "rater_id")
    String raterId;

    @Column(name = "rating_count")
    long ratingCount;

    long points;

    Rater rater() {
        return new Rater(new CommonsId(commonsId), new ContributorId(raterId));
    }

    RaterTotals totals() {
        return new RaterTotals(ratingCount, points);
    }
}
