package org.commonfold.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Fills a commons straight in the database: reading is what is measured, and over REST each of a
 * hundred thousand publications would wait for the disk.
 */
final class Shelves {

    private static final String INSERT = """
            insert into contribution (contribution_id, commons_id, title, kind, licence,
                content_uri, content_digest, authors, derived_from, version, published_at,
                event_count)
            values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), '[]', 1, ?, 1)""";

    private static final String SCANS = """
            select relname, seq_scan from pg_stat_user_tables""";

    private static final int BATCH = 1_000;
    private static final long FIRST_MILLISECOND =
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;

    /** {@code url}: of JDBC, with whatever user it needs. */
    Shelves(String url) {
        this.url = url;
    }

    /** A work each millisecond. Statistics are fresh afterwards, as autovacuum would have them. */
    void fill(UUID commonsId, Works works, int count) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                for (int number = 0; number < count; number++) {
                    add(insert, commonsId, works.work(number), number);
                    if (number % BATCH == BATCH - 1 || number == count - 1) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("vacuum analyze");
            }
        }
    }

    /** How often each table was read from end to end, as PostgreSQL counts. */
    Map<String, Long> sequentialScans() throws SQLException {
        Map<String, Long> scans = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SCANS)) {
            while (rows.next()) {
                scans.put(rows.getString(1), rows.getLong(2));
            }
        }
        return scans;
    }

    private static void add(PreparedStatement insert, UUID commonsId, Works.Work work, int number)
            throws SQLException {
        long at = FIRST_MILLISECOND + number;
        insert.setObject(1, idAt(at, number));
        insert.setObject(2, commonsId);
        insert.setString(3, work.title());
        insert.setString(4, work.kind());
        insert.setString(5, work.licence());
        insert.setString(6, "https://example.org/works/" + number);
        insert.setString(7, "sha256:%064x".formatted(number));
        insert.setString(8, json(work.authors()));
        insert.setObject(9, OffsetDateTime.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC));
        insert.addBatch();
    }

    /** A UUID of version 7 (RFC 9562), as the service makes them. */
    private static UUID idAt(long epochMilliseconds, int number) {
        return new UUID(epochMilliseconds << 16 | 0x7000, 0x8000_0000_0000_0000L | number);
    }

    private static String json(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
