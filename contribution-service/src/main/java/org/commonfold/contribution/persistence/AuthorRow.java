package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.util.UUID;

/** Who has a share in what. The database writes it, from the authors of a contribution. */
@Entity
@Immutable
@Table(name = "author")
@IdClass(AuthorRow.Key.class)
class AuthorRow {

    record Key(UUID contributionId, String contributorId) {}

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    @Id
    @Column(name = "contributor_id")
    String contributorId;

    @Column(name = "commons_id")
    UUID commonsId;
}
