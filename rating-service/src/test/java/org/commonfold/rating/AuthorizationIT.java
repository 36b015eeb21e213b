package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.AuthorizationTable.byCaller;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.AuthorizationTable;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.commonfold.kit.testing.SpoiledBodies;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Who may call")
class AuthorizationIT {

    private static final AuthorizationTable TABLE = AuthorizationTable.read();

    private static final String OPINION =
            "{\"scores\": {\"quality\": 4, \"usefulness\": 2}, \"confidence\": 5}";

    private static final Map<String, String> BODIES = Map.of(
            "PUT /v1/contributions/{contributionId}/ratings/mine",
            OPINION,
            "POST /v1/commons/{commonsId}/raters",
            "{\"raterId\": \"dan\"}");

    @TestHTTPResource("/")
    URI service;

    @Inject
    DataSource source;

    static List<String> operations() {
        return TABLE.operations();
    }

    static Set<String> withBodies() {
        return BODIES.keySet();
    }

    /** Each operation on a commons of its own, so that no line depends on another. */
    @ParameterizedTest
    @MethodSource("operations")
    void is_as_the_table_has_it(String operation) {
        String method = operation.split(" ")[0];
        URI uri = uri(operation);

        assertThat(byCaller(one -> one.status(method, uri, Map.of(), BODIES.get(operation))))
                .isEqualTo(TABLE.expected(operation));
    }

    @ParameterizedTest
    @MethodSource("withBodies")
    void may_not_send_a_body_of_another_form(String operation) {
        String method = operation.split(" ")[0];
        URI uri = uri(operation);

        SpoiledBodies.assertRefused(
                BODIES.get(operation),
                body -> TABLE.permitted(operation).status(method, uri, Map.of(), body),
                new Database(source));
    }

    private URI uri(String operation) {
        String commonsId = TheLog.foundCommons(TheLog.charter("anyone", 5));
        String work = TheLog.publish(commonsId, "cy");
        TheLog.awaitRead(commonsId);
        given().auth()
                .oauth2(token("ada", "contributor"))
                .contentType(ContentType.JSON)
                .body(OPINION)
                .put("/v1/contributions/" + work + "/ratings/mine")
                .then()
                .statusCode(201);
        return service.resolve(operation
                .split(" ")[1]
                .replace("{commonsId}", commonsId)
                .replace("{contributionId}", work)
                .replace("{raterId}", "ada"));
    }

    @Test
    void is_said_of_every_operation() {
        TABLE.assertComplete();
    }
}
