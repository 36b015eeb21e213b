package org.commonfold.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A migration that builds an index CONCURRENTLY")
class ConcurrentIndexIT {

    private static final Duration BUILT_MAX = Duration.ofSeconds(30);
    private static final String INDEX = """
            drop index concurrently if exists %1$s;
            create index concurrently %1$s on large (number);
            """;
    private static final String STATES = """
            select relname || case when indisvalid then ' valid' else ' invalid' end
              from pg_index join pg_class on pg_class.oid = indexrelid
             where indrelid = 'large'::regclass order by 1""";

    @Inject
    DataSource source;

    @Inject
    Flyway flyway;

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void two_rows_of_the_same_number() {
        database = new Database(source);
        database.execute("create table large as select 1 as number from generate_series(1, 2)");
    }

    @AfterEach
    void nothing_more() {
        database.execute("drop table large, history_of_indexes");
    }

    @Test
    void ends_and_replaces_what_is_left_of_one_that_was_cut_off() throws IOException {
        assertThatThrownBy(() -> database.execute(
                        "create unique index concurrently first on large (number)"))
                .hasMessageContaining("could not create unique index");
        assertThat(database.texts(STATES)).containsExactly("first invalid");

        write("V1__first.sql", INDEX.formatted("first"));
        write("V2__between.sql", "alter table large add column more text");
        write("V3__second.sql", INDEX.formatted("second"));
        assertTimeoutPreemptively(BUILT_MAX, this::migrate);

        assertThat(database.texts(STATES)).containsExactly("first valid", "second valid");
    }

    @Test
    void that_failed_is_begun_again_when_nothing_says_so_any_more() throws IOException {
        write("V1__first.sql", INDEX.formatted("first").replace("create", "create unique"));
        assertThatThrownBy(this::migrate).hasMessageContaining("could not create unique index");
        database.execute("truncate large");
        assertThatThrownBy(this::migrate).hasMessageContaining("failed migration to version 1");

        database.execute("delete from history_of_indexes where not success");
        migrate();

        assertThat(database.texts(STATES)).containsExactly("first valid");
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(folder.resolve(name), sql);
    }

    /** With all settings that services have, but other migrations. */
    private void migrate() {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .resourceProvider(null)
                .locations("filesystem:" + folder)
                .table("history_of_indexes")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
