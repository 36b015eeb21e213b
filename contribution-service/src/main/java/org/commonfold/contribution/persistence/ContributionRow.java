package org.commonfold.contribution.persistence;

import io.vertx.mutiny.sqlclient.Row;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;

import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** With a column for each of its own, and the documents as text. */
    static ContributionRow of(Row columns) {
        ContributionRow row = new ContributionRow();
        row.contributionId = columns.getUUID("contribution_id");
        row.commonsId = columns.getUUID("commons_id");
        row.title = columns.getString("title");
        row.kind = columns.getString("kind");
        row.licence = columns.getString("licence");
        row.contentUri = columns.getString("content_uri");
        row.contentDigest = columns.getString("content_digest");
        row.authors = columns.getString("authors");
        row.derivedFrom = columns.getString("derived_from");
        row.fulfils = columns.getUUID("fulfils");
        row.version = columns.getInteger("version");
        row.publishedAt = instant(columns.getOffsetDateTime("published_at"));
        row.withdrawnAt = instant(columns.getOffsetDateTime("withdrawn_at"));
        row.eventCount = columns.getLong("event_count");
        return row;
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
