package org.commonfold.payout.payment;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import org.commonfold.kit.testing.Caller;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.util.Map;

/** In the order of {@link Caller}; of a run that is not there, which only a treasurer is told. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Who may call what about payouts")
class PaymentAccessIT {

    private static final String RUN = "0198c0de-0000-7000-8000-0000000000a1";
    private static final String ACCOUNT =
            "{\"iban\": \"" + Bank.IBAN + "\", \"holder\": \"Ada Lovelace\"}";

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @CsvSource({
        "PUT,    contributors/me/payout-account, 401 200 200 403 403 403 403 403",
        "GET,    contributors/me/payout-account, 401 200 200 403 403 403 403 403",
        "DELETE, contributors/me/payout-account, 401 204 204 403 403 403 403 403",
        "POST,   payout-runs,                    401 403 403 403 403 400 403 403",
        "GET,    payout-runs,                    401 403 403 403 403 200 403 403",
        "GET,    payout-runs/{runId},            401 403 403 403 403 404 403 403",
        "GET,    payout-runs/{runId}/payments,   401 403 403 403 403 404 403 403",
        "POST,   payout-runs/{runId}/approval,   401 403 403 403 403 404 403 403",
        "POST,   payout-runs/{runId}/cancellation, 401 403 403 403 403 404 403 403",
        "GET,    payout-runs/{runId}/pain.001,   401 403 403 403 403 404 403 403",
    })
    void is_as_this_table_has_it(String method, String path, String expected) {
        URI uri = service.resolve("/v1/" + path.replace("{runId}", RUN));
        StringBuilder statuses = new StringBuilder();
        for (Caller caller : Caller.values()) {
            // What a reading or deleting contributor is asked about is there.
            if (path.endsWith("payout-account") && !method.equals("PUT")) {
                caller.status("PUT", uri, Map.of(), ACCOUNT);
            }
            String body = method.equals("PUT") ? ACCOUNT : method.equals("POST") ? "{}" : null;
            statuses.append(caller.status(method, uri, Map.of(), body)).append(' ');
        }
        assertThat(statuses.toString().strip()).isEqualTo(expected);
    }

    /** Apart from the table, whose callers send JSON, which nobody may send here. */
    @Test
    void is_a_report_for_treasurers_alone() {
        for (String role : new String[] {"contributor", "steward", "partner", "operator"}) {
            assertThat(reportBy(Bank.as("somebody", role))).isEqualTo(403);
        }
        assertThat(reportBy(given())).isEqualTo(401);
        assertThat(reportBy(Bank.tess())).isEqualTo(400);
    }

    private static int reportBy(RequestSpecification caller) {
        return caller.contentType("application/xml")
                .body("none")
                .post("/v1/payout-statuses")
                .statusCode();
    }
}
