package org.commonfold.contribution.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.contribution.application.Library;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** With many works and needs, of which few are anybody's. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The plan of a query has no scan of a growing table:")
class QueryPlansIT {

    private static final UUID COMMONS = UUID.randomUUID();
    private static final List<String> GROWING = List.of(
            "contribution",
            "contribution_word",
            "author",
            "need",
            "peer_verdict",
            "profile",
            "commons");

    private static final List<Library.Filter> FILTERS = List.of(
            new Library.Filter(null, null, null),
            new Library.Filter("kind-7", null, null),
            new Library.Filter(null, "p7", null),
            new Library.Filter("kind-7", "p7", "CC0-1.0"));

    @Inject
    DataSource source;

    private Connection connection;

    @BeforeEach
    void many_of_all() throws SQLException {
        connection = source.getConnection();
        connection.setAutoCommit(false);
        execute("""
                insert into commons select case i when 1 then cast('%s' as uuid)
                       else gen_random_uuid() end, 'Many', '{"quorum": 2}', 1, '["many"]', now()
                  from generate_series(1, 2000) as i""".formatted(COMMONS));
        execute("""
                insert into contribution (contribution_id, commons_id, title, kind, licence,
                       content_uri, content_digest, authors, derived_from, version, published_at,
                       event_count)
                select gen_random_uuid(), '%s', 'Many', 'kind-' || i %% 100, 'CC0-1.0', 'u', 'd',
                       jsonb_build_array(
                           jsonb_build_object('contributorId', 'p' || i %% 2000, 'share', 1),
                           jsonb_build_object('contributorId', 'q' || i %% 1999, 'share', 1)),
                       '[]', 1, now(), 1 from generate_series(1, 10000) as i""".formatted(COMMONS));
        execute("""
                insert into need (need_id, commons_id, title, kind, skills, opened_by, opened_at,
                       takers, fulfilled_by, closed_at, change_count)
                select gen_random_uuid(), commons_id, 'Many', kind,
                       array['skill-' || row_number() over () % 200],
                       'p' || row_number() over () % 3000, now(), '[]',
                       case when is_met then contribution_id end,
                       case when is_met then now() end, 1
                  from contribution, unnest(array[true, false]) is_met where title = 'Many'""");
        execute("""
                insert into peer_verdict select contribution_id, 'r' || i, true
                  from contribution, generate_series(1, 2) i where title = 'Many'""");
        execute("""
                insert into profile select 'p' || i, 'Many', null,
                       array['skill-' || i % 200], '{}', 1, now()
                  from generate_series(1, 5000) i""");
        for (String table : GROWING) {
            execute("analyze " + table);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterEach
    void not_for_others() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void assertNoScan(String sql, Map<String, String> parameters) throws SQLException {
        String filledIn = sql;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filledIn = filledIn.replaceAll(":" + parameter.getKey() + "\\b", parameter.getValue());
        }
        List<String> plan = plan(filledIn);
        for (String table : GROWING) {
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan on " + table + " "));
        }
    }

    private List<String> plan(String sql) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        return plan;
    }

    /** As PostgreSQL reads each of them, first with and then without what is excluded. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "many, 'many', 'many'",
                "many kind, 'many' & 'kind', 'many' & 'kind'",
                "kind many, 'kind' <-> 'many', 'kind' <-> 'many'",
                "many -kind, 'many' & !'kind', 'many'",
                "kind or nothing, 'kind' | 'nothing', 'kind' | 'nothing'",
            })
    void of_a_search(String words, String tsquery, String querytree) throws SQLException {
        WebSearch search = new WebSearch(tsquery, querytree);
        for (Library.Filter filter : FILTERS) {
            assertNoScan(Search.of(search, filter), words);
        }
    }

    private void assertNoScan(Search search, String words) throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        search.parameters().forEach((name, value) -> parameters.put(name, "'" + value + "'"));
        parameters.put("commonsId", "cast('" + COMMONS + "' as uuid)");
        parameters.put("words", "'" + words + "'");
        parameters.put("rankedMax", "200");
        parameters.put("rank", "7");
        parameters.put("after", "cast('" + new UUID(0, 0) + "' as uuid)");
        parameters.put("countMax", "51");
        assertNoScan(search.sql(), parameters);
    }

    @Test
    void of_someones_work() throws SQLException {
        assertNoScan(
                PostgresLibrary.PUBLISHED_BY,
                Map.of(
                        "author", "'p7'",
                        "after", "cast('" + new UUID(0, 0) + "' as uuid)",
                        "countMax", "51"));
    }

    @Test
    void of_someones_background() throws SQLException {
        assertNoScan(
                PostgresExperience.BACKGROUND,
                Map.of(
                        "who", "'p7'",
                        "worksMax", "500",
                        "aspectMax", "50"));
    }

    @Test
    void of_needs_that_suit_someone() throws SQLException {
        assertNoScan(
                PostgresExperience.NEEDS,
                Map.of(
                        "skills", "'skill-1,skill-2'",
                        "commonses", "'" + COMMONS + "'",
                        "kinds", "'kind-1'",
                        "coAuthors", "'p8,p9'",
                        "who", "'p7'",
                        "taker", "'[{\"contributorId\":\"p7\"}]'",
                        "needsMax", "200"));
    }

    @Test
    void of_what_is_erased() throws SQLException {
        assertNoScan(PostgresProfiles.FORGET_OPENER, Map.of("who", "'p7'"));
    }
}
