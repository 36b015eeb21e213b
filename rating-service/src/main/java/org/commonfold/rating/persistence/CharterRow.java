package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.commonfold.rating.domain.AdoptedCharter;
import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Raters;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import java.util.UUID;

@Entity
@Immutable
@Table(name = "charter")
@IdClass(CharterRowId.class)
class CharterRow {

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    @Id
    int version;

    @ColumnTransformer(read = "cast(criteria as text)", write = "cast(cast(? as text) as json)")
    String criteria;

    int quorum;

    @Column(name = "reference_points")
    int referencePoints;

    @Column(name = "levelling_ratings")
    int levellingRatings;

    String raters;

    static CharterRow of(AdoptedCharter adopted) {
        CharterRow row = new CharterRow();
        row.commonsId = adopted.commonsId().value();
        row.version = adopted.charter().version();
        row.criteria = Documents.criteria(adopted.charter().criteria());
        row.quorum = adopted.charter().quorum();
        row.referencePoints = adopted.charter().referencePoints();
        row.levellingRatings = adopted.charter().levellingRatings();
        row.raters = adopted.charter().raters().name();
        return row;
    }

    AdoptedCharter toAdoptedCharter() {
        Charter charter = new Charter(
                version,
                Documents.criteria(criteria),
                quorum,
                referencePoints,
                levellingRatings,
                Raters.valueOf(raters));
        return new AdoptedCharter(new CommonsId(commonsId), charter);
    }
}
