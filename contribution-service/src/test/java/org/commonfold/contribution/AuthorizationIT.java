package org.commonfold.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.AuthorizationTable.byCaller;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

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
    private static final String REVISION = "{" + Lab.CONTENT.formatted("1".repeat(64)) + "}";
    private static final String CHARTER = Lab.COMMONS.substring(
            Lab.COMMONS.indexOf("{\"criteria\""), Lab.COMMONS.lastIndexOf('}'));

    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/commons",
            Lab.COMMONS,
            "PUT /v1/commons/{commonsId}/charter",
            CHARTER,
            "POST /v1/commons/{commonsId}/contributions",
            Lab.work(),
            "POST /v1/contributions/{contributionId}/revisions",
            REVISION,
            "POST /v1/contributions/{contributionId}/reapportionments",
            "{\"authors\": " + Lab.ADA_AND_BOB + "}",
            "POST /v1/commons/{commonsId}/needs",
            NeedsLab.NEED,
            "POST /v1/needs/{needId}/closure",
            "{\"contributionId\": \"{contributionId}\"}",
            "PUT /v1/contributors/me",
            "{\"displayName\": \"Someone\"}");

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
        Map<String, String> ids = aCommons();
        String[] parts = operation.split(" ");
        URI uri = service.resolve(withIds(parts[1], ids));
        String body = withIds(BODIES.get(operation), ids);
        Map<String, String> anyVersion = Map.of("If-Match", "*");

        assertThat(byCaller(caller -> caller.status(parts[0], uri, anyVersion, body)))
                .isEqualTo(TABLE.expected(operation));
    }

    @ParameterizedTest
    @MethodSource("withBodies")
    void may_not_send_a_body_of_another_form(String operation) {
        Map<String, String> ids = aCommons();
        String[] parts = operation.split(" ");
        URI uri = service.resolve(withIds(parts[1], ids));
        Map<String, String> anyVersion = Map.of("If-Match", "*");

        SpoiledBodies.assertRefused(
                withIds(BODIES.get(operation), ids),
                body -> TABLE.permitted(operation).status(parts[0], uri, anyVersion, body),
                new Database(source));
    }

    @Test
    void is_said_of_every_operation() {
        TABLE.assertComplete();
    }

    private static Map<String, String> aCommons() {
        String commonsId = Lab.foundedBy("sue");
        String adaAndCy = Lab.ADA_AND_BOB.replace("bob", "cy");
        String work = Lab.publish("ada", commonsId, Lab.work(adaAndCy, "[]"))
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
        String proposal = Lab.reapportion("cy", work, Lab.ADA_AND_BOB)
                .then()
                .statusCode(201)
                .extract()
                .path("reapportionmentId");
        String need = NeedsLab.openedByAda(commonsId);
        NeedsLab.takeUp("ada", need).then().statusCode(200);
        for (String who : List.of("ada", "bob")) {
            Lab.as(token(who, "contributor"))
                    .body("{\"displayName\": \"" + who + "\"}")
                    .put("/v1/contributors/me")
                    .then()
                    .statusCode(200);
        }
        return Map.of(
                "{commonsId}", commonsId,
                "{contributionId}", work,
                "{reapportionmentId}", proposal,
                "{needId}", need,
                "{contributorId}", "ada");
    }

    private static String withIds(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled == null ? null : filled.replace(id.getKey(), id.getValue());
        }
        return filled;
    }
}
