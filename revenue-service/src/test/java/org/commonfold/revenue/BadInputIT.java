package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Bad input")
class BadInputIT {

    private static final String PERIOD =
            "\"period\":{\"from\":\"2017-01-01\",\"to\":\"2017-01-31\"}";

    private static String commonsId;
    private static String partnerId;
    private static String revenueId;

    @BeforeEach
    void a_commons_with_one_revenue() {
        if (commonsId == null) {
            commonsId = TheLog.foundCommons();
            partnerId = TheService.newPartner();
            TheService.awaitKnown(commonsId);
            revenueId = declare(partnerId, commonsId, declaration("12.50", newReference()))
                    .statusCode(201)
                    .extract()
                    .path("revenueId");
        }
    }

    private static void refused(ValidatableResponse answer, int status, String type) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status));
        as("treasurer")
                .get("/v1/commons/" + commonsId + "/revenues")
                .then()
                .body("items", hasSize(1));
        read(revenueId).header("ETag", "\"1\"").body("state", equalTo("declared"));
    }

    @ParameterizedTest
    @CsvSource({
        "0,              EUR, 422, invalid-amount",
        "0.00,           EUR, 422, invalid-amount",
        "0.001,          EUR, 422, invalid-amount",
        "1.5,            JPY, 422, invalid-amount",
        "-1,             EUR, 400, invalid-request",
        "+1,             EUR, 400, invalid-request",
        "1e3,            EUR, 400, invalid-request",
        "' 1',           EUR, 400, invalid-request",
        "'1,00',         EUR, 400, invalid-request",
        "NaN,            EUR, 400, invalid-request",
        "'',             EUR, 400, invalid-request",
        "1000000000000,  EUR, 400, invalid-request",
        "1.0000001,      EUR, 400, invalid-request",
        "1.00,           ABC, 422, unknown-currency",
        "1.00,           XAU, 422, unknown-currency",
        "1.00,           eur, 400, invalid-request",
        "1.00,           '',  400, invalid-request",
        "1.00,           E\\u0000R, 400, invalid-request"
    })
    void in_amounts_is_refused(String value, String currency, int status, String type) {
        String body = declaration(value, newReference()).replace("EUR", currency);
        refused(declare(partnerId, commonsId, body), status, type);

        String receipt =
                "{\"amount\": {\"value\": \"%s\", \"currency\": \"%s\"}, \"reference\": \"x\"}"
                        .formatted(value, currency);
        refused(receive(receipt), status, type);
    }

    private static ValidatableResponse receive(String body) {
        return as("treasurer")
                .body(body)
                .post("/v1/revenues/" + revenueId + "/receipts")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "12.51, EUR, 422, receipt-exceeds-debt",
        "999999999999.99, EUR, 422, receipt-exceeds-debt",
        "1.00,  USD, 422, another-currency"
    })
    void in_receipts_is_refused(String value, String currency, int status, String type) {
        refused(
                receive("{\"amount\":{\"value\":\"%s\",\"currency\":\"%s\"},\"reference\":\"x\"}"
                        .formatted(value, currency)),
                status,
                type);
    }

    @Test
    void is_not_the_largest_amount() {
        String elsewhere = TheLog.foundCommons();
        TheService.awaitKnown(elsewhere);

        declare(partnerId, elsewhere, declaration("999999999999.99", newReference()))
                .statusCode(201)
                .body("amount.value", equalTo("999999999999.99"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                   | malformed-json",
                "``                                                  | invalid-request",
                "null                                                | invalid-request",
                "[]                                                  | invalid-request",
                "\"x\"                                               | invalid-request",
                "{}                                                  | invalid-request",
                "{\"colour\": 1}                                     | invalid-request",
                "{\"reference\": \"a\", \"reference\": \"b\"}        | malformed-json",
                "{\"reference\": 5}                                  | invalid-request",
                "{\"amount\": \"12.50\"}                             | invalid-request",
                "{\"amount\": {\"value\": 12.50, \"currency\": \"EUR\"}} | invalid-request",
                "{\"usage\": {}}                                     | invalid-request",
                "{\"usage\": [5]}                                    | invalid-request"
            })
    void in_json_is_refused(String body, String type) {
        refused(declare(partnerId, commonsId, body), 400, type);
        refused(as("operator").body(body).post("/v1/partners").then(), 400, type);
        refused(receive(body), 400, type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"from\": \"2017-01-02\", \"to\": \"2017-01-01\" | 422 | invalid-period",
                "\"from\": \"2017-02-29\", \"to\": \"2017-03-01\" | 422 | invalid-period",
                "\"from\": \"0000-01-01\", \"to\": \"2017-03-01\" | 400 | invalid-request",
                "\"from\": \"2017-1-1\", \"to\": \"2017-03-01\"   | 400 | invalid-request",
                "\"from\": [2017, 1, 1], \"to\": \"2017-03-01\"   | 400 | invalid-request",
                "\"from\": 17167, \"to\": \"2017-03-01\"          | 400 | invalid-request",
                "\"from\": \"2017-01-01\"                         | 400 | invalid-request"
            })
    void in_periods_is_refused(String period, int status, String type) {
        String body = "{\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"},\"period\":{%s},"
                + "\"reference\":\"x\"}";
        refused(declare(partnerId, commonsId, body.formatted(period)), status, type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\", \"weight\": 0}",
                "{\"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\",\"weight\":1000001}",
                "{\"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\", \"weight\": 1.0}",
                "{\"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\", \"weight\": \"1\"}",
                "{\"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\"}",
                "{\"contributionId\": \"x\", \"weight\": 1}",
                "{\"contributionId\": \"\\u0000\", \"weight\": 1}",
                "{\"contributionId\": \"\", \"weight\": 1}",
                "null"
            })
    void in_usage_is_refused(String usage) {
        refused(declare(partnerId, commonsId, withUsage(usage)), 400, "invalid-request");
    }

    @Test
    void in_usage_is_a_work_named_twice_and_too_many_of_them() {
        String one =
                "{\"contributionId\": \"0198c0de-0000-7000-8000-0000000000c1\", \"weight\": 1}";

        refused(
                declare(partnerId, commonsId, withUsage(one + "," + one)),
                422,
                "contribution-twice");
        String tooMany = String.join(",", Collections.nCopies(501, one));
        refused(declare(partnerId, commonsId, withUsage(tooMany)), 400, "invalid-request");
        String most = String.join(",", Collections.nCopies(500, one));
        refused(declare(partnerId, commonsId, withUsage(most)), 422, "contribution-twice");
    }

    private static String withUsage(String usage) {
        return "{\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"}," + PERIOD
                + ",\"reference\":\"x\",\"usage\":[" + usage + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "` `", "` x`", "`x `", "a\\nb", "a\\u0000b", "caf\\u00e9", "\\ud800"})
    void in_references_is_refused(String reference) {
        refused(
                declare(partnerId, commonsId, declaration("1.00", reference)),
                400,
                "invalid-request");
        String tooLong = "x".repeat(129);
        refused(
                declare(partnerId, commonsId, declaration("1.00", tooLong)),
                400,
                "invalid-request");
    }

    @Test
    void in_a_name_or_a_key_is_refused() {
        for (String name : new String[] {"", " ", "a\\u0000", "\\ud800", "x".repeat(201)}) {
            String body = "{\"name\": \"" + name + "\"}";
            refused(as("operator").body(body).post("/v1/partners").then(), 400, "invalid-request");
        }
        refused(
                asPartner(partnerId)
                        .header("Idempotency-Key", "x".repeat(256))
                        .body(declaration("1.00", newReference()))
                        .post("/v1/commons/" + commonsId + "/revenues")
                        .then(),
                400,
                "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "commons/x/revenues, 404, not-found",
        "commons/0198c0de-0000-7000-8000-000000000001/revenues, 404, not-found",
        "revenues/x, 404, not-found",
        "revenues/%00, 404, not-found",
        "revenues/0198c0de-0000-7000-8000-000000000001, 404, not-found",
        "partners/x, 404, not-found",
        "partners/0198c0de-0000-7000-8000-000000000001, 404, not-found",
        "nonsense, 404, not-found"
    })
    void in_paths_is_refused(String path, int status, String type) {
        refused(as("operator").urlEncodingEnabled(false).get("/v1/" + path).then(), status, type);
    }

    @Test
    void in_queries_is_refused() {
        String list = "/v1/commons/" + commonsId + "/revenues";
        for (String query : new String[] {"limit=0", "limit=201", "cursor=x", "cursor=@"}) {
            refused(as("operator").get(list + "?" + query).then(), 400, "invalid-request");
        }
        assertThat(as("operator").get(list + "?limit=x").statusCode()).isBetween(400, 499);
    }

    @Test
    void for_what_is_not_there_is_refused() {
        String nothing = "/v1/revenues/" + TheLog.newId();
        String receipt =
                "{\"amount\":{\"value\":\"1.00\",\"currency\":\"EUR\"},\"reference\":\"x\"}";

        refused(as("treasurer").post(nothing + "/voiding").then(), 404, "not-found");
        refused(as("treasurer").body(receipt).post(nothing + "/receipts").then(), 404, "not-found");
        refused(
                as("operator")
                        .post("/v1/partners/" + TheLog.newId() + "/signing-secrets")
                        .then(),
                404,
                "not-found");
        refused(
                as("treasurer")
                        .contentType("text/plain")
                        .body("x")
                        .post(nothing + "/receipts")
                        .then(),
                415,
                "unsupported-media-type");
        refused(as("treasurer").delete(nothing).then(), 405, "method-not-allowed");
    }
}
