package org.commonfold.rating.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

/** In a commons with many works, and others beside it. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The plan of a query has no scan of a growing table:")
class QueryPlansIT {

    private static final UUID COMMONS = UUID.randomUUID();
    private static final UUID SMALL = UUID.randomUUID();
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
        execute("analyze rating_version");
        execute("analyze contribution");
        execute("analyze author");
        execute("analyze current_rating");
        execute("analyze rating");
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
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain analyze " + filledIn)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static void assertNoScan(String plan) {
        for (String table :
                new String[] {"contribution", "author", "current_rating", "rating", "rating_version"
                }) {
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
        assertNoScan(plan(PostgresRatings.FORGET_OF_RATING.replace(
                ":ratingId", "cast('" + UUID.randomUUID() + "' as uuid)")));
    }
}
