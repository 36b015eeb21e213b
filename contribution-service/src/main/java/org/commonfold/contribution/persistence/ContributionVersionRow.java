package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** Only read through Hibernate. */
@Entity
@Immutable
@Table(name = "contribution_version")
@IdClass(ContributionVersionRow.Key.class)
class ContributionVersionRow {

    record Key(UUID contributionId, int version) {}

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    @Id
    int version;

    String title;

    @Column(name = "content_uri")
    String contentUri;

    @Column(name = "content_digest")
    String contentDigest;

    @Column(name = "published_by")
    String publishedBy;

    @Column(name = "published_at")
    Instant publishedAt;
}
