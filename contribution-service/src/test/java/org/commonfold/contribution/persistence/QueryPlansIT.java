package org.commonfold.contribution.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.contribution.application.Library;
import org.commonfold.contribution.application.Needs;
import org.commonfold.contribution.domain.NeedState;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/** With many works and needs, of which few are anybody's. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The plan of a query has no scan of a growing table:")
class QueryPlansIT {

    private static final UUID COMMONS = UUID.randomUUID();
    private static final String FIRST = "cast('" + new UUID(0, 0) + "' as uuid)";

    private static final Map<String, String> ONE = Map.of(
            "commonsId",
            "cast('" + COMMONS + "' as uuid)",
            "contributionId",
            FIRST,
            "ids",
            "(" + FIRST + ")",
            "after",
            FIRST);

    private static final List<String> GROWING = List.of(
            "contribution",
            "contribution_word",
            "contribution_version",
            "derivation",
            "reapportionment",
            "author",
            "need",
            "peer_verdict",
            "profile",
            "erasure",
            "charter_version",
            "commons_event",
            "event",
            "idempotency_key",
            "log_event",
            "commons");

    private static final List<Library.Filter> FILTERS = List.of(
            new Library.Filter(null, null, null),
            new Library.Filter("kind-7", null, null),
            new Library.Filter(null, "p7", null),
            new Library.Filter("kind-7", "p7", "CC0-1.0"));

    @Inject
    DataSource source;

    private Connection connection;

    @BeforeAll
    void many_of_all() throws SQLException {
        connection = source.getConnection();
        connection.setAutoCommit(false);
        // As the service has them (application.properties).
        execute("set local random_page_cost = 1.1");
        execute("set local plan_cache_mode = force_generic_plan");
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
        many_of_what_is_known_of_them();
        for (String table : GROWING) {
            execute("analyze " + table);
        }
    }

    private void many_of_what_is_known_of_them() throws SQLException {
        execute("""
                insert into contribution_version
                select contribution_id, 1, 'Many', 'u', 'd', 'p', now()
                  from contribution where title = 'Many'""");
        execute("""
                insert into derivation
                select contribution_id, lag(contribution_id) over (order by contribution_id), 1
                  from contribution where title = 'Many'
                 order by contribution_id offset 1""");
        execute("""
                insert into reapportionment
                select gen_random_uuid(), contribution_id, '[]', '[]', 'p', now(), '[]', 'ADOPTED'
                  from contribution where title = 'Many'""");
        execute("""
                insert into charter_version
                select commons_id, i, '{}', 'p', now() from commons, generate_series(1, 3) i
                 where name = 'Many'""");
        execute("""
                insert into erasure select 'p' || i, now() from generate_series(1, 5000) i""");
        execute("""
                insert into idempotency_key
                select 'p' || i % 2000, 'k' || i, 'f', 201, '{}', 'b', now()
                  from generate_series(1, 5000) i""");
        execute("""
                insert into event (event_id, stream_id, version, topic, headers, sent_at)
                select gen_random_uuid(), 'commons/' || commons_id, version, 't', '[]', now()
                  from charter_version join commons using (commons_id) where name = 'Many'""");
        execute("""
                insert into commons_event
                select commons_id, row_number() over (), 1, cast(event_id as text),
                       'CharterAmended.v1', 's', 't', '{}'
                  from commons join event on stream_id = 'commons/' || commons_id
                 where name = 'Many'""");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterAll
    void not_for_others() throws SQLException {
        connection.rollback();
        connection.close();
    }

    private void assertNoScan(String sql, Map<String, String> parameters) throws SQLException {
        List<String> plan = plan(sql, parameters);
        for (String table : GROWING) {
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan on " + table + " "));
        }
    }

    /** The plan for whatever is asked for, as the service has it. */
    private List<String> plan(String sql, Map<String, String> parameters) throws SQLException {
        String numbered = sql;
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            Matcher name = Pattern.compile(":" + parameter.getKey() + "\\b").matcher(numbered);
            if (name.find() && parameter.getValue().startsWith("(")) {
                numbered = name.replaceAll(parameter.getValue());
            } else if (name.find(0)) {
                values.add(parameter.getValue());
                numbered = name.replaceAll("\\$" + values.size());
            }
        }
        execute("prepare question as " + numbered);
        String arguments = values.isEmpty() ? "" : "(" + String.join(", ", values) + ")";
        List<String> plan = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain execute question" + arguments)) {
            while (rows.next()) {
                plan.add(rows.getString(1));
            }
        }
        execute("deallocate question");
        return plan;
    }

    /** As PostgreSQL reads each of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'many'",
                "'many' & 'kind'",
                "'kind' <-> 'many'",
                "'many' & !'kind'",
                "!'many'",
                "'kind' | 'nothing'",
            })
    void of_a_search(String tsquery) throws SQLException {
        for (Library.Filter filter : FILTERS) {
            List<Candidates> ways = Candidates.of(new WebSearch(tsquery), filter);
            assertNoScan(Search.ranked(ways, filter), tsquery);
            assertNoScan(Search.beyond(ways), tsquery);
        }
    }

    private void assertNoScan(Search search, String tsquery) throws SQLException {
        Map<String, String> parameters = new HashMap<>();
        search.parameters().forEach((name, value) -> parameters.put(name, "'" + value + "'"));
        parameters.put("commonsId", "cast('" + COMMONS + "' as uuid)");
        parameters.put("query", "'" + tsquery.replace("'", "''") + "'");
        parameters.put("newest", "cast('" + new UUID(-1, -1) + "' as uuid)");
        parameters.put("end", FIRST);
        parameters.put("candidatesMax", "1000");
        parameters.put("rankedMax", "200");
        parameters.put("rank", "7");
        parameters.put("after", FIRST);
        parameters.put("countMax", "51");
        assertNoScan(search.sql(), parameters);
    }

    @Test
    void of_a_list_of_contributions() throws SQLException {
        for (Library.Filter filter : FILTERS) {
            Map<String, String> parameters = new HashMap<>(ONE);
            Conditions.of(filter)
                    .parameters()
                    .forEach((name, value) -> parameters.put(name, "'" + value + "'"));
            assertNoScan(sql(PostgresLibrary.list(filter)) + " limit 51", parameters);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PostgresContributions.VERSIONS,
                PostgresContributions.BY_IDS,
                PostgresReapportionments.LIST,
                PostgresLibrary.EDGES,
                PostgresNeeds.BY_IDS,
                PostgresCommonses.LIST,
                PostgresCommonses.CHARTERS
            })
    void of_rows_of_one_or_some(String hql) throws SQLException {
        Map<String, String> parameters = new HashMap<>(ONE);
        if (hql.contains("version > :after")) {
            parameters.put("after", "0");
        }
        assertNoScan(sql(hql) + " limit 51", parameters);
    }

    /** As Hibernate makes it of HQL as simple as ours. */
    private static String sql(String hql) {
        String snake = Pattern.compile("(?<![:\\w])[A-Za-z]+[A-Z]\\w*")
                .matcher(hql)
                .replaceAll(word -> word.group()
                        .replaceFirst("Row$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT));
        return snake.startsWith("from")
                ? "select * " + snake
                : snake.replace("select c ", "select c.* ");
    }

    @Test
    void of_lineage() throws SQLException {
        Map<String, String> parameters = Map.of("id", FIRST, "countMax", "1001");
        assertNoScan(
                PostgresLibrary.CLOSURE.formatted("upstream_id", "contribution_id"), parameters);
        assertNoScan(
                PostgresLibrary.CLOSURE.formatted("contribution_id", "upstream_id"), parameters);
        assertNoScan(PostgresLibrary.DOWNSTREAM, parameters);
    }

    @Test
    void of_a_list_of_needs() throws SQLException {
        for (Needs.Filter filter : List.of(
                new Needs.Filter(null, null),
                new Needs.Filter("skill-7", null),
                new Needs.Filter(null, NeedState.OPEN),
                new Needs.Filter("skill-7", NeedState.OPEN))) {
            assertNoScan(
                    PostgresNeeds.list(filter),
                    Map.of(
                            "commonsId", "cast('" + COMMONS + "' as uuid)",
                            "after", FIRST,
                            "skill", "'skill-7'",
                            "state", "'OPEN'",
                            "countMax", "51"));
        }
    }

    @Test
    void of_a_commons_events() throws SQLException {
        String commonsId = "cast('" + COMMONS + "' as uuid)";
        assertNoScan(
                PostgresPublicEvents.AFTER
                        .replace("$1", commonsId)
                        .replace("$2", "7")
                        .replace("$3", "500"),
                Map.of());
        assertNoScan(PostgresPublicEvents.LAST.replace("$1", commonsId), Map.of());
        assertNoScan(
                PostgresCommonses.PLACES,
                Map.of(
                        "commonsId",
                        commonsId,
                        "stream",
                        "'commons/" + COMMONS + "'",
                        "after",
                        "0",
                        "last",
                        "50"));
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
                Map.ofEntries(
                        Map.entry("skills", "'skill-1,skill-2'"),
                        Map.entry("proven", "'skill-1'"),
                        Map.entry("declared", "'skill-2'"),
                        Map.entry("provenPoints", "5"),
                        Map.entry("declaredPoints", "3"),
                        Map.entry("commonses", "'" + COMMONS + "'"),
                        Map.entry("kinds", "'kind-1'"),
                        Map.entry("coAuthors", "'p8,p9'"),
                        Map.entry("who", "'p7'"),
                        Map.entry("taker", "'[{\"contributorId\":\"p7\"}]'"),
                        Map.entry("needsMax", "200")));
    }

    @Test
    void of_what_is_erased() throws SQLException {
        assertNoScan(PostgresProfiles.FORGET_OPENER, Map.of("who", "'p7'"));
        assertNoScan(PostgresProfiles.FORGET_ANSWERS, Map.of("who", "'p7'"));
        assertNoScan(PostgresProfiles.RECORD, Map.of("who", "'p7'", "at", "now()", "found", "0"));
    }
}
