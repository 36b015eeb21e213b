package org.commonfold.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.AuthorizationTable.byCaller;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.AuthorizationTable;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Who may look into the books")
class TransparencyAuthorizationIT {

    private static final AuthorizationTable TABLE = AuthorizationTable.read();

    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/commons/{commonsId}/preview",
            "{\"amount\": " + Laboratory.money("1.00") + "}",
            "POST /v1/commons/{commonsId}/charter-preview",
            "{\"charter\": " + Laboratory.charter(0) + "}");

    private static Laboratory lab;
    private static String entry;

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource database;

    static List<String> operations() {
        return TABLE.operations().stream()
                .filter(one -> one.contains("/commons/") || one.contains("/entries/"))
                .toList();
    }

    @BeforeEach
    void a_work_that_has_earned() {
        if (lab == null) {
            lab = Laboratory.founded(database);
            lab.published("ada");
            String revenue = lab.declared("1.00");
            entry = lab.written().entry(revenue, "distribution");
        }
    }

    /** Nothing here changes anything, so all may ask about the same. */
    @ParameterizedTest
    @MethodSource("operations")
    void is_as_the_table_has_it(String operation) {
        String[] parts = operation.split(" ");
        URI uri = service.resolve(
                parts[1].replace("{commonsId}", lab.id).replace("{entryId}", entry));

        assertThat(byCaller(one -> one.status(parts[0], uri, Map.of(), BODIES.get(operation))))
                .isEqualTo(TABLE.expected(operation));
    }
}
