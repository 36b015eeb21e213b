package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.util.UUID;

@Entity
@Table(name = "contribution")
class ContributionRow {

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    @Column(name = "commons_id")
    UUID commonsId;

    String title;
    String kind;

    @ColumnTransformer(read = "cast(authors as text)", write = "cast(cast(? as text) as json)")
    String authors;

    boolean withdrawn;

    /** By peers; counted by the database. */
    @Column(name = "rating_count", insertable = false, updatable = false)
    int ratingCount;
}
