package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

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
    String raters;
}
