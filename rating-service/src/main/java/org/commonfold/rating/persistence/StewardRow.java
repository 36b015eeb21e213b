package org.commonfold.rating.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.util.UUID;

@Entity
@Immutable
@Table(name = "steward")
@IdClass(MemberRowId.class)
class StewardRow {

    @Id
    @Column(name = "commons_id")
    UUID commonsId;

    @Id
    @Column(name = "contributor_id")
    String contributorId;
}
