package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.commonfold.kit.testing.AuthorizationTable.byCaller;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.AuthorizationTable;
import org.commonfold.kit.testing.Caller;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.kit.testing.SpoiledBodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Who may call")
class AuthorizationIT {

    private static final AuthorizationTable TABLE = AuthorizationTable.read();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_RUN = "0198c0de-0000-7000-8000-0000000000a1";
    private static final String ACCOUNT = "PUT /v1/contributors/me/payout-account";

    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/commons/{commonsId}/preview",
            "{\"amount\": " + Laboratory.money("1.00") + "}",
            "POST /v1/commons/{commonsId}/charter-preview",
            "{\"charter\": " + Laboratory.charter(0) + "}",
            "POST /v1/payout-runs",
            "{}",
            "POST /v1/payout-statuses",
            "none",
            "POST /v1/payout-runs/{runId}/settlement",
            "{\"outcome\": \"paid\"}",
            ACCOUNT,
            "{\"iban\": \"DE89370400440532013000\", \"holder\": \"Ada Lovelace\"}");

    private static Laboratory lab;
    private static String entry;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    static List<String> operations() {
        return TABLE.operations();
    }

    /** Of those that have a good body here, and are about something that is there. */
    static List<String> withBodies() {
        return BODIES.keySet().stream()
                .filter(one -> BODIES.get(one).startsWith("{\""))
                .filter(one -> TABLE.expected(one).containsValue(200))
                .toList();
    }

    @BeforeEach
    void a_work_that_has_earned() {
        if (lab == null) {
            lab = Laboratory.founded(database);
            lab.published("ada");
            String revenue = lab.declared("1.00");
            entry = lab.written().entry(revenue, "distribution");
            String logged = "select count(*) from tree_leaf where entry_id = '" + entry + "'";
            await().atMost(PATIENCE).until(() -> new Database(database).number(logged) == 1);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void is_as_the_table_has_it(String operation) {
        for (Caller one : List.of(Caller.CONTRIBUTOR, Caller.OTHER_CONTRIBUTOR)) {
            assertThat(status(one, ACCOUNT)).isEqualTo(200);
        }

        assertThat(byCaller(caller -> status(caller, operation)))
                .isEqualTo(TABLE.expected(operation));
    }

    @ParameterizedTest
    @MethodSource("withBodies")
    void may_not_send_a_body_of_another_form(String operation) {
        SpoiledBodies.assertRefused(
                BODIES.get(operation),
                body -> status(TABLE.permitted(operation), operation, body),
                new Database(database));
    }

    @Test
    void is_said_of_every_operation() {
        TABLE.assertComplete();
    }

    private int status(Caller caller, String operation) {
        return status(caller, operation, BODIES.get(operation));
    }

    private int status(Caller caller, String operation, String body) {
        String[] parts = operation.split(" ");
        URI uri = service.resolve(parts[1].replace("{commonsId}", lab.id)
                .replace("{entryId}", entry)
                .replace("{contributorId}", "ada")
                .replace("{runId}", NO_RUN)
                .replace("{replayId}", NO_RUN)
                .replace("{level}/{tile}", "0/000.p/1"));
        Map<String, String> headers = parts[1].endsWith("payout-statuses")
                ? Map.of("Content-Type", "application/xml")
                : Map.of();
        return caller.status(parts[0], uri, headers, body);
    }
}
