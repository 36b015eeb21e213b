package org.commonfold.kit.http;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.http.Things.assertProblem;
import static org.commonfold.kit.testing.TestTokens.expiredToken;
import static org.commonfold.kit.testing.TestTokens.foreignToken;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.commonfold.kit.testing.TestTokens.tokenOfAnotherIssuer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A bad request gets a clear problem and changes nothing:")
class BadRequestsIT {

    private static final int BODY_BYTES_MAX = 64 * 1024;

    @Inject
    DataSource source;

    @TestHTTPResource("/v1/things")
    URI things;

    private long before;

    @BeforeEach
    void rows_are_counted() {
        before = rows();
    }

    @AfterEach
    void nothing_has_changed() {
        assertThat(rows()).isEqualTo(before);
    }

    private long rows() {
        return new Database(source).number("""
                select (select count(*) from thing) + (select count(*) from event)
                     + (select count(*) from idempotency_key)""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\"",
                "nonsense",
                "{'name': 'x'}",
                "{\"name\": \"x\",}",
                "{\"name\": \"x\", \"name\": \"y\"}",
                "{\"name\": \"x\"} nonsense",
                "{\"name\": \"\\x\"}",
            })
    void json_that_is_none(String body) {
        assertProblem(Things.make(body), 400, "malformed-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|``",
                "null|``",
                "5|``",
                "{\"name\": \"x\"} {}|``",
                "{}|/name",
                "{\"name\": null}|/name",
                "{\"name\": 5}|/name",
                "{\"name\": \" \"}|/name",
                "{\"name\": \"a\\nb\"}|/name",
                "{\"name\": \"123456789012345678901\"}|/name",
                "{\"name\": \"x\", \"~/\": 1}|/~0~1",
                "{\"name\": \"x\", \"parts\": {}}|/parts",
                "{\"name\": \"x\", \"parts\": [null]}|/parts/0",
                "{\"name\": \"x\", \"parts\": [{}]}|/parts/0/weight",
                "{\"name\": \"x\", \"parts\": [{\"weight\": 1}, {\"weight\": 0}]}|/parts/1/weight",
                "{\"name\": \"x\", \"parts\": [{\"weight\": 101}]}|/parts/0/weight",
                "{\"name\": \"x\", \"parts\": [{\"weight\": \"1\"}]}|/parts/0/weight",
                "{\"name\": \"x\", \"parts\": [{\"weight\": 1.0}]}|/parts/0/weight",
                "{\"name\": \"x\", \"parts\": [{\"colour\": 1}]}|/parts/0/colour",
                "{\"name\": \"x\", \"scores\": {\"a/b\": 6}}|/scores/a~1b",
                "{\"name\": \"x\", \"scores\": {\"a\": null}}|/scores/a",
            })
    void a_body_that_is_not_as_expected(String body, String pointer) {
        assertProblem(Things.make(body), 400, "invalid-request")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_body_with_more_than_one_thing_wrong() {
        Response response =
                Things.make("{\"name\": \"\", \"parts\": [{\"weight\": 0}, {\"weight\": 101}]}");
        assertProblem(response, 400, "invalid-request")
                .body("errors.pointer", hasItem("/name"))
                .body("errors.pointer", hasItem("/parts/0/weight"))
                .body("errors.pointer", hasItem("/parts/1/weight"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,?limit",
        "limit=201,?limit",
        "limit=-1,?limit",
        "limit=x,?limit",
        "limit=1.5,?limit",
        "limit=99999999999,?limit",
        "limit=,?limit",
        "cursor=!,?cursor",
        "cursor=,?cursor",
    })
    void a_page_there_cannot_be(String query, String pointer) {
        assertProblem(given().get("/v1/things?" + query), 400, "invalid-request")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void a_cursor_that_is_none_of_ours() {
        assertProblem(given().get("/v1/things?cursor=bm9uc2Vuc2U"), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "number=x,?number",
        "number=2147483648,?number",
        "number=,?number",
        "size=9223372036854775808,?size",
        "id=1-1-1-1-1,?id",
        "id=x,?id",
        "id=,?id",
        "colour=blue,?colour",
        "colour=RED,?colour",
        "colour=,?colour",
    })
    void a_parameter_that_cannot_be_read(String query, String pointer) {
        assertProblem(given().get("/v1/parameters?" + query), 400, "invalid-request")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void only_if_it_is_bad() {
        String id = "0198c0de-0000-7000-8000-00000000000a";
        given().get("/v1/parameters?number=-1&size=9223372036854775807&colour=red&id=" + id)
                .then()
                .statusCode(200)
                .body(equalTo("-1 9223372036854775807 red " + id));
        given().get("/v1/parameters").then().statusCode(200).body(equalTo("7 null null null"));
    }

    @Test
    void a_path_that_leads_nowhere() {
        assertProblem(given().get("/v1/parameters/1"), 404, "not-found");
        assertProblem(given().get("/v1/parameters/x"), 404, "not-found")
                .body("$", not(hasKey("instance")));
    }

    @Test
    void a_key_that_is_none() {
        String thing = Things.named("x");
        for (String key : new String[] {"", "a b", "x".repeat(256), "schlüssel"}) {
            assertProblem(Things.makeOnce("mia", key, thing), 400, "invalid-request")
                    .body("errors[0].pointer", equalTo("Idempotency-Key"));
        }
    }

    @Test
    void a_body_that_is_missing_or_of_another_type() {
        Response empty = Things.as(token("mia", "maker")).post("/v1/things");
        assertThat(empty.statusCode()).isEqualTo(400);
        empty.then().contentType("application/problem+json");
        Response none = Things.as(token("mia", "maker")).body("null").post("/v1/things");
        assertProblem(none, 400, "invalid-request");
        Response text = given().auth()
                .oauth2(token("mia", "maker"))
                .contentType(ContentType.TEXT)
                .body(Things.named("x"))
                .post("/v1/things");
        assertProblem(text, 415, "unsupported-media-type");
        assertProblem(given().delete("/v1/things"), 405, "method-not-allowed");
        assertProblem(given().get("/v1/nothing"), 404, "not-found");
    }

    @Test
    void a_record_of_one_text_that_is_not_json() {
        assertProblem(
                given().contentType(ContentType.TEXT).body("x").post("/v1/parameters/word"),
                415,
                "unsupported-media-type");
        given().contentType(ContentType.JSON)
                .body("{\"text\":\"x\"}")
                .post("/v1/parameters/word")
                .then()
                .statusCode(200)
                .body(equalTo("x"));
    }

    @Test
    void a_body_one_byte_too_large() {
        String fits = Things.named("x")
                + " ".repeat(BODY_BYTES_MAX - Things.named("x").length());
        String large = fits + " ";
        assertProblem(Things.make(large), 413, "body-too-large");
        // The largest there may be is read whole, and then found to have a bad name.
        String bad = fits.replace("\"x\"", "\" \"");
        assertProblem(Things.make(bad), 400, "invalid-request");
    }

    @Test
    void a_body_that_turns_out_too_large() throws Exception {
        HttpResponse<String> answer = sendInChunks(Things.named("x") + " ".repeat(BODY_BYTES_MAX));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("/problems/body-too-large");
    }

    /** The largest there may be is read whole, and then found to have a bad name. */
    @Test
    void a_name_in_a_body_of_unannounced_length() throws Exception {
        String bad = Things.named(" ");
        HttpResponse<String> answer = sendInChunks(bad + " ".repeat(BODY_BYTES_MAX - bad.length()));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/name");
    }

    private HttpResponse<String> sendInChunks(String body)
            throws IOException, InterruptedException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = HttpRequest.newBuilder(things)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token("mia", "maker"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(bytes)))
                .build();
        return HttpClient.newHttpClient().send(chunked, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_refusal_after_something_was_written() {
        assertProblem(Things.make(Things.named("cursed")), 422, "cursed");
        assertProblem(Things.makeOnce("mia", "k", Things.named("cursed")), 422, "cursed");
    }

    @Test
    void a_defect_of_ours_which_shows_nothing_inside() {
        assertProblem(Things.make(Things.named("broken")), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("java")));
    }

    @Test
    void a_token_that_does_not_hold() {
        for (String none : new String[] {
            "x.y.z",
            "",
            expiredToken("mia", "maker"),
            foreignToken("mia", "maker"),
            tokenOfAnotherIssuer("mia", "maker"),
            token("m i a", "maker"),
            token("x".repeat(65), "maker"),
        }) {
            Response response = Things.as(none).body(Things.named("x")).post("/v1/things");
            assertProblem(response, 401, "unauthorized").header("WWW-Authenticate", "Bearer");
        }
    }

    @Test
    void no_token_and_the_wrong_role() {
        Response without =
                given().contentType(ContentType.JSON).body(Things.named("x")).post("/v1/things");
        assertProblem(without, 401, "unauthorized");
        Response reader =
                Things.as(token("mia", "reader")).body(Things.named("x")).post("/v1/things");
        assertProblem(reader, 403, "forbidden");
    }
}
