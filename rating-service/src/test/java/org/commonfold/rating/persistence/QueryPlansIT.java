package org.commonfold.rating.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.sql.DataSource;

/** In a commons with many works, and others beside it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The plan of a query has no scan of a growing table:")
class QueryPlansIT {

    private static final UUID COMMONS = UUID.randomUUID();
    private static final UUID SMALL = UUID.randomUUID();
    private static final String ANY = "cast('" + UUID.randomUUID() + "' as uuid)";

    private static final List<String> GROWING = List.of(
            "contribution",
            "author",
            "current_rating",
            "rating",
            "rating_version",
            "rater_total",
            "invitation",
            "erasure");
    private static boolean filled;

    @Inject
    DataSource database;

    /** Each work by another author, of one of ten kinds, rated by none to three of 500 peers. */
    @BeforeEach
    void twenty_thousand_works() throws SQLException {
        if (filled) {
            return;
        }
        execute("""
                insert into contribution
                       (contribution_id, commons_id, title, kind, authors, withdrawn, rating_count)
                select gen_random_uuid(), case when i %% 10 = 0 then gen_random_uuid()
                       when i %% 50 = 1 then '%s' else '%s' end,
                       'Work', 'kind-' || i %% 10, '["a"]', false, i %% 4
                  from generate_series(1, 20000) as i""".formatted(SMALL, COMMONS));
        execute("""
                insert into author (contribution_id, contributor_id, commons_id)
                select contribution_id, 'p' || position % 5000, commons_id from contribution
                on conflict do nothing""");
        execute("""
                insert into current_rating (contribution_id, rater_id, commons_id, scores,
                       charter_version, points, level, authors)
                select contribution_id, 'p' || (position + 7 * i) % 500, commons_id, '{}', 1,
                       1 + position % 9, 1000000 * (position % 20),
                       json_build_array('p' || position % 500)
                  from contribution, generate_series(1, rating_count) as i
                 where title = 'Work'""");
        execute("""
                insert into rating (rating_id, contribution_id, commons_id, rater_id, scores,
                       charter_version, revision, version, rated_at, event_count)
                select gen_random_uuid(), contribution_id, commons_id, rater_id, scores,
                       1, 1, 1, now(), 1 from current_rating
                on conflict do nothing""");
        execute("""
                insert into rating_version (rating_id, version, scores, comment, charter_version,
                       revision, rated_at)
                select rating_id, 1, scores, 'Said', 1, 1, now() from rating
                on conflict do nothing""");
        execute("""
                insert into rater_total (commons_id, rater_id, rating_count, points)
                select commons_id, rater_id, count(*), sum(points) from current_rating
                 group by commons_id, rater_id on conflict do nothing""");
        execute("""
                insert into rater_total (commons_id, rater_id, rating_count, points)
                select gen_random_uuid(), 'p' || i, 1, 7 from generate_series(1, 20000) as i""");
        execute("""
                insert into invitation (invitation_id, commons_id, rater_id, invited_by, invited_at)
                select gen_random_uuid(), '%s', 'p' || i, 'ada', now()
                  from generate_series(1, 5000) as i""".formatted(COMMONS));
        execute("""
                insert into erasure (contributor_id, erased_at)
                select 'p' || i, now() from generate_series(1, 5000) as i""");
        for (String table : GROWING) {
            execute("analyze " + table);
        }
        filled = true;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String plan(String sql, String... parameters) throws SQLException {
        String filledIn = sql;
        for (int i = parameters.length; i > 0; i--) {
            filledIn = filledIn.replace("$" + i, parameters[i - 1]);
        }
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            // As the service has it (application.properties).
            statement.execute("set random_page_cost = 1.1");
            ResultSet rows = statement.executeQuery("explain analyze " + filledIn);
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            statement.execute("reset random_page_cost");
        }
        return plan.toString();
    }

    private static void assertNoScan(String plan) {
        for (String table : GROWING) {
            assertThat(plan).doesNotContainPattern("Seq Scan on " + table + "\\b(?!.*never exec)");
        }
    }

    private static String commons() {
        return "cast('" + COMMONS + "' as uuid)";
    }

    @Test
    void the_review_queue() throws SQLException {
        for (String sql : new String[] {
            PostgresReviewCandidates.FEWEST_FIRST, PostgresReviewCandidates.OLDEST_FIRST
        }) {
            String plan = plan(sql, commons(), "'p1'", "'{kind-1,kind-2}'", "200", "2");
            assertNoScan(plan);
            assertThat(plan).containsPattern("rows=200");
        }
    }

    @Test
    void someones_field() throws SQLException {
        assertNoScan(plan(PostgresReviewCandidates.FIELD, commons(), "'p1'", "13000000"));
    }

    /** They read all ratings of one commons, which is not nearly all there is. */
    @Test
    void the_collusion_report() throws SQLException {
        for (String sql : new String[] {PostgresPraises.LARGEST, PostgresPraises.TOTALS}) {
            String plan = plan(sql, "cast('" + SMALL + "' as uuid)", "200001");
            assertNoScan(plan);
            assertThat(plan).containsPattern("current_rating.*actual.* rows=[1-9]");
        }
    }

    @Test
    void what_is_erased() throws SQLException {
        assertNoScan(plan(PostgresRatings.FORGET.replace(":who", "'p1'")));
        assertNoScan(plan(PostgresRatings.FORGET_VERSIONS.replace(":who", "'p1'")));
        assertNoScan(plan(PostgresRatings.FORGET_OF_RATING, ANY));
    }

    @Test
    void what_a_rating_is_decided_on() throws SQLException {
        assertNoScan(plan(CircumstancesQuery.SQL, ANY, "'p1'"));
    }

    /** A batch of it, which names ratings, raters and works. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                CurrentRatingsTable.FIND,
                CurrentRatingsTable.FIND_TOTALS,
                CurrentRatingsTable.FORGET,
                CurrentRatingsTable.COUNT,
                MembersTable.FORGET_AUTHORS
            })
    void what_the_log_changes(String sql) throws SQLException {
        String key = """
                '[{"contribution_id": "%s",
                   "rater_id": "p1", "commons_id": "%s"}]'""".formatted(UUID.randomUUID(), COMMONS);
        assertNoScan(plan(sql.replaceAll(":(keys|people)\\b", key)
                .replace(":ids", "'[\"%s\"]'".formatted(UUID.randomUUID()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PostgresRatings.BY_PEER,
                PostgresRatings.LIST,
                PostgresRatings.HISTORY,
                PostgresRatings.COUNTING,
                PostgresInvitations.FIND,
                PostgresInvitations.LIST
            })
    void ratings_and_invitations_of_one(String hql) throws SQLException {
        String sql = hql.replace("version > :after", "version > 7")
                .replace(":commonsId", commons())
                .replace(":raterId", "'p1'")
                .replaceAll(":(contributionId|ratingId|after)\\b", ANY);
        assertNoScan(plan("select * " + snake(sql) + " limit 51"));
    }

    @Test
    void that_someone_was_erased_already() throws SQLException {
        assertNoScan(plan(PostgresRatings.RECORD
                .replace(":who", "'p1'")
                .replace(":at", "now()")
                .replace(":found", "0")));
    }

    /** As Hibernate makes it of HQL as simple as ours. */
    private static String snake(String hql) {
        return Pattern.compile("(?<!')\\b[A-Za-z]+[A-Z]\\w*")
                .matcher(hql)
                .replaceAll(word -> word.group()
                        .replaceFirst("Row$", "")
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toLowerCase(Locale.ROOT));
    }
}
