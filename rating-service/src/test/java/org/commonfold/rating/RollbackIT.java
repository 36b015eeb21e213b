package org.commonfold.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.commonfold.kit.testing.EmbeddedBroker;
import org.commonfold.kit.testing.ServiceProcess;
import org.commonfold.kit.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** For all services: they have these settings from the kit. */
@DisplayName("This release, on a database that a newer one has migrated")
class RollbackIT {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final String HISTORY =
            "select flyway_schema_history::text from flyway_schema_history order by installed_rank";

    @TempDir
    Path newer;

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = EmbeddedBroker.freePort();
    private final TestDatabase database = TestDatabase.create();

    /** Unknown to this release: one above all it has, and one of the kit below the service's. */
    @BeforeEach
    void a_database_of_a_newer_release() throws IOException {
        migrate("db/kit", "db/migration");
        Files.writeString(
                newer.resolve("V999__of_the_service.sql"),
                "create table newer (id int); alter table rating add column newer text;");
        Files.writeString(
                newer.resolve("V0_999__of_the_kit.sql"), "alter table event add column newer text");
        migrate("db/kit", "db/migration", "filesystem:" + newer);
        assertThat(database.texts("select version from flyway_schema_history"))
                .contains("999", "0.999");
    }

    private void migrate(String... locations) {
        String url = "jdbc:postgresql://" + database.address();
        Flyway.configure()
                .dataSource(url, TestDatabase.USER, TestDatabase.USER)
                .locations(locations)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    @Test
    void starts() throws IOException {
        awaitReadyPod();
    }

    private void awaitReadyPod() throws IOException {
        try (ServiceProcess pod = pod()) {
            await().atMost(START_MAX).ignoreException(ConnectException.class).until(() -> {
                assertThat(pod.isAlive()).isTrue();
                return isReady();
            });
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        URI readiness = URI.create("http://localhost:" + port + "/q/health/ready");
        HttpRequest probe = HttpRequest.newBuilder(readiness).build();
        return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
    }

    @Test
    void has_nothing_to_migrate() throws IOException {
        List<String> before = database.texts(HISTORY);

        assertThat(job().exitStatus()).isZero();
        assertThat(database.texts(HISTORY)).isEqualTo(before);
    }

    /** Only what runs outside a transaction leaves a word of its failing. */
    @Test
    void does_not_care_that_the_newer_one_has_failed() throws IOException {
        database.execute("update flyway_schema_history set success = false where version = '999'");

        assertThat(job().exitStatus()).isZero();
        awaitReadyPod();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update flyway_schema_history set checksum = checksum + 1 where version = '1'",
                "update flyway_schema_history set checksum = checksum + 1 where version = '0.1'",
                "update flyway_schema_history set success = false where version = '20'",
                "delete from flyway_schema_history where version = '20'",
                "delete from flyway_schema_history where version = '0.28'"
            })
    void refuses_one_whose_known_part_is_not_as_it_should_be(String spoil) throws IOException {
        database.execute(spoil);

        assertThat(pod().exitStatus()).isEqualTo(1);
        assertThat(job().exitStatus()).isEqualTo(1);
    }

    /** As deploy/kubernetes/base/service/deployment.yaml has it. */
    private ServiceProcess pod() throws IOException {
        return ServiceProcess.start(
                database,
                "-Dquarkus.flyway.migrate-at-start=false",
                "-Dquarkus.flyway.validate-at-start=true",
                "-Dquarkus.http.port=" + EmbeddedBroker.freePort(),
                "-Dquarkus.management.port=" + port);
    }

    /** As migration.yaml, beside it. */
    private ServiceProcess job() throws IOException {
        return ServiceProcess.start(database, "-Dquarkus.init-and-exit=true");
    }
}
