package org.commonfold.contribution.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.ColumnResult;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityResult;
import jakarta.persistence.Id;
import jakarta.persistence.SqlResultSetMapping;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "contribution")
@SqlResultSetMapping(
        name = ContributionRow.MATCH,
        entities = @EntityResult(entityClass = ContributionRow.class),
        columns = {
            @ColumnResult(name = "rank", type = Integer.class),
            @ColumnResult(name = "newest", type = UUID.class),
            @ColumnResult(name = "beyond", type = UUID.class)
        })
class ContributionRow {

    /** A row, how well it matches a search, and the stretch that it was found in. */
    static final String MATCH = "match";

    @Id
    @Column(name = "contribution_id")
    UUID contributionId;

    @Column(name = "commons_id")
    UUID commonsId;

    String title;
    String kind;
    String licence;

    @Column(name = "content_uri")
    String contentUri;

    @Column(name = "content_digest")
    String contentDigest;

    @ColumnTransformer(read = "cast(authors as text)", write = "cast(cast(? as text) as jsonb)")
    String authors;

    @Column(name = "derived_from")
    @ColumnTransformer(
            read = "cast(derived_from as text)",
            write = "cast(cast(? as text) as jsonb)")
    String derivedFrom;

    UUID fulfils;
    int version;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    @Column(name = "event_count")
    long eventCount;
}
