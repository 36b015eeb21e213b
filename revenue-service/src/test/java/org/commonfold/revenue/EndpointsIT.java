package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheEndpoints.change;
import static org.commonfold.revenue.TheEndpoints.create;
import static org.commonfold.revenue.TheEndpoints.created;
import static org.commonfold.revenue.TheEndpoints.path;
import static org.commonfold.revenue.TheEndpoints.read;
import static org.commonfold.revenue.TheEndpoints.request;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("An endpoint")
class EndpointsIT {

    @Inject
    DataSource source;

    private String partnerId;

    @BeforeEach
    void a_partner() {
        partnerId = TheService.newPartner();
    }

    @Test
    void is_created_and_read_back_without_its_secret() {
        String commonsId = TheLog.foundCommons();
        TheService.awaitKnown(commonsId);
        String body = """
                {"url": "https://hooks.invalid/in?a=b", "description": "Accounting",
                 "eventTypes": ["revenue.*", "contribution.published", "revenue.*"],
                 "commonsIds": ["%s"], "signsV1a": true}""".formatted(commonsId);

        ValidatableResponse answer = create(partnerId, body).statusCode(201);
        String id = answer.extract().path("endpointId");
        String publicKey = answer.extract().path("publicKeys[0]");
        answer.header("Location", endsWith(path(partnerId, id)))
                .header("ETag", "\"1\"")
                .body("secret", startsWith("whsec_"))
                .body("secretId", notNullValue());
        assertThat(publicKey).startsWith("whpk_");
        read(partnerId, id)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("url", equalTo("https://hooks.invalid/in?a=b"))
                .body("description", equalTo("Accounting"))
                .body("eventTypes", contains("revenue.*", "contribution.published"))
                .body("commonsIds", contains(commonsId))
                .body("signsV1a", equalTo(true))
                .body("publicKeys", contains(publicKey))
                .body("enabled", equalTo(true))
                .body("secret", nullValue());
        as("operator").get(path(partnerId)).then().body("items.endpointId", contains(id));
    }

    @Test
    void is_signed_for_with_one_scheme_unless_two_are_asked_for() {
        String id = created(partnerId, "*");

        read(partnerId, id).body("signsV1a", equalTo(false)).body("publicKeys", empty());
    }

    @Test
    void has_a_secret_that_nothing_in_the_database_shows() {
        String key = TheLog.newId();
        String secret = asPartner(partnerId)
                .header("Idempotency-Key", key)
                .body(request("*"))
                .post(path(partnerId))
                .path("secret");

        asPartner(partnerId)
                .header("Idempotency-Key", key)
                .body(request("*"))
                .post(path(partnerId))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("secret", equalTo(secret));
        Database database = new Database(source);
        assertThat(database.number(
                        "select count(*) from endpoint_key where position('%s' in sealed) > 0"
                                .formatted(secret)))
                .isZero();
        assertThat(database.texts("select convert_from(body, 'UTF8') from idempotency_key"
                        + " where convert_from(body, 'UTF8') like '%endpointId%'"))
                .isNotEmpty()
                .noneMatch(body -> body.contains("whsec_"));
    }

    @Test
    void is_changed_only_in_the_version_that_was_read() {
        String id = created(partnerId, "*");

        asPartner(partnerId)
                .body("{\"description\": \"A\"}")
                .patch(path(partnerId, id))
                .then()
                .statusCode(428);
        asPartner(partnerId)
                .header("If-Match", "\"2\"")
                .body("{\"description\": \"A\"}")
                .patch(path(partnerId, id))
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        change(partnerId, id, "{\"description\": \"A\", \"eventTypes\": [\"revenue.*\"]}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("description", equalTo("A"))
                .body("eventTypes", contains("revenue.*"))
                .body("url", equalTo("https://hooks.invalid/in"));
        change(partnerId, id, "{\"description\": \"A\"}").header("ETag", "\"2\"");
        change(partnerId, id, "{\"description\": \"\"}").body("description", nullValue());
    }

    @Test
    void is_disabled_and_enabled_again() {
        String id = created(partnerId, "*");

        change(partnerId, id, "{\"enabled\": false}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("enabled", equalTo(false))
                .body("disabledReason", equalTo("paused"))
                .body("disabledAt", notNullValue());
        asPartner(partnerId)
                .body("{}")
                .post(path(partnerId, id) + "/test")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/endpoint-disabled"));
        change(partnerId, id, "{\"enabled\": true}")
                .header("ETag", "\"3\"")
                .body("enabled", equalTo(true))
                .body("disabledReason", nullValue());
    }

    @Test
    void is_deleted_with_all_that_was_sent_to_it() {
        String id = created(partnerId, "*");
        asPartner(partnerId)
                .body("{}")
                .post(path(partnerId, id) + "/test")
                .then()
                .statusCode(202);

        asPartner(partnerId).delete(path(partnerId, id)).then().statusCode(428);
        asPartner(partnerId)
                .header("If-Match", "\"1\"")
                .delete(path(partnerId, id))
                .then()
                .statusCode(204);
        read(partnerId, id).statusCode(404);
        for (String table : List.of("endpoint_key", "delivery")) {
            assertThat(new Database(source)
                            .number("select count(*) from %s where endpoint_id = '%s'"
                                    .formatted(table, id)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void gets_new_keys_while_the_former_sign_too() {
        ValidatableResponse answer = create(partnerId, """
                {"url": "https://hooks.invalid/", "eventTypes": ["*"], "signsV1a": true}""");
        String id = answer.extract().path("endpointId");
        String firstSecret = answer.extract().path("secret");
        String firstPublic = answer.extract().path("publicKeys[0]");

        ValidatableResponse rotated = rotate(id).statusCode(200);
        String secondPublic = rotated.extract().path("publicKeys[0]");
        assertThat(rotated.extract().<String>path("secret")).isNotEqualTo(firstSecret);
        rotated.body("publicKeys", contains(secondPublic, firstPublic));
        // The first is a day old only tomorrow: whoever has not changed over yet still can.
        rotate(id)
                .body("publicKeys", hasSize(3))
                .body("publicKeys[1]", equalTo(secondPublic))
                .body("publicKeys[2]", equalTo(firstPublic));
        assertThat(new Database(source).number("""
                select count(*) from endpoint_key
                 where endpoint_id = '%s' and expires_at between now() + interval '23 hours'
                       and now() + interval '24 hours'""".formatted(id))).isEqualTo(4);
    }

    @Test
    void has_five_secrets_that_sign_at_most() {
        String id = created(partnerId, "*");
        for (int i = 2; i <= 5; i++) {
            rotate(id).statusCode(200);
        }

        rotate(id).statusCode(409).body("type", equalTo("/problems/too-many-endpoint-secrets"));
        new Database(source).execute("""
                        update endpoint_key set expires_at = now() where key_id = (
                            select key_id from endpoint_key where endpoint_id = '%s'
                             order by created_at limit 1)""".formatted(id));
        rotate(id).statusCode(200);
    }

    @Test
    void whose_secret_has_leaked_gets_one_beside_which_no_other_signs() {
        String id = created(partnerId, "*");
        rotate(id).statusCode(200);

        asPartner(partnerId)
                .body("{\"revokesFormer\": true}")
                .post(path(partnerId, id) + "/secret-rotation")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"));

        assertThat(new Database(source)
                        .number("select count(*) from endpoint_key where endpoint_id = '%s'"
                                .formatted(id)))
                .isEqualTo(1);
    }

    @Test
    void is_signed_for_with_ed25519_from_when_that_is_asked_for_and_until_it_is_not() {
        String id = created(partnerId, "*");

        change(partnerId, id, "{\"signsV1a\": true}")
                .statusCode(200)
                .body("signsV1a", equalTo(true))
                .body("publicKeys", contains(startsWith("whpk_")));
        change(partnerId, id, "{\"signsV1a\": true}").body("publicKeys", hasSize(1));
        change(partnerId, id, "{\"signsV1a\": false}")
                .body("signsV1a", equalTo(false))
                .body("publicKeys", empty());
        change(partnerId, id, "{\"signsV1a\": true}").body("publicKeys", hasSize(1));
    }

    private ValidatableResponse rotate(String id) {
        return asPartner(partnerId)
                .post(path(partnerId, id) + "/secret-rotation")
                .then();
    }

    @Test
    void is_one_of_ten_at_most_however_many_are_asked_for_at_once() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> create(partnerId, request("*")).extract().statusCode()))
                .toList();
        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();

        assertThat(statuses)
                .containsExactly(201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 409, 409);
        create(partnerId, request("*"))
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-endpoints"));
        asPartner(partnerId).get(path(partnerId)).then().body("items", hasSize(10));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org:8443/x, 201, ''",
        "HTTPS://EXAMPLE.org,        201, ''",
        "https://8.8.8.8/,           201, ''",
        "http://example.org/,        422, invalid-endpoint-url",
        "ftp://example.org/,         422, invalid-endpoint-url",
        "https://u:p@example.org/,   422, invalid-endpoint-url",
        "https://example.org/#f,     422, invalid-endpoint-url",
        "https://example.org:22/,    422, invalid-endpoint-url",
        "https:///x,                 422, invalid-endpoint-url",
        "example.org,                422, invalid-endpoint-url",
        "https://127.1/,             422, invalid-endpoint-url",
        "https://2130706433/,        422, invalid-endpoint-url",
        "https://0x7f.0.0.1/,        422, invalid-endpoint-url",
        "https://0x7f000001/,        422, invalid-endpoint-url",
        "https://127.0.0.1./,        422, invalid-endpoint-url",
        "https://exa mple.org/,      400, invalid-request",
        "https://127.0.0.1/,         422, address-not-public",
        "https://10.0.0.1/,          422, address-not-public",
        "https://169.254.169.254/,   422, address-not-public",
        "https://[::1]/,             422, address-not-public"
    })
    void is_only_where_messages_may_be_sent(String url, int status, String type) {
        String body = request("*").replace("https://hooks.invalid/in", url);
        String id = created(partnerId, "*");

        ValidatableResponse creation = create(partnerId, body).statusCode(status);
        ValidatableResponse change = change(partnerId, id, "{\"url\": \"%s\"}".formatted(url));
        if (status == 201) {
            change.statusCode(200)
                    .body("url", equalTo(url.replace("HTTPS://EXAMPLE", "https://example")));
        } else {
            creation.body("type", equalTo("/problems/" + type));
            change.statusCode(status).body("type", equalTo("/problems/" + type));
        }
    }

    @Test
    void wants_something_of_the_catalogue() {
        for (String type : List.of("*", "revenue.*", "endpoint.disabled", "contribution.revised")) {
            create(partnerId, request(type)).statusCode(201);
        }
        for (String type : List.of("revenue", "revenue.", "rev*", "*.*", "payout.*", "revenue.x")) {
            create(partnerId, request("revenue.*", type))
                    .statusCode(422)
                    .body("type", equalTo("/problems/unknown-event-type"));
        }
        create(partnerId, request("Revenue.*")).statusCode(400);
    }

    @Test
    void names_commons_that_are_there() {
        create(partnerId, """
                {"url": "https://hooks.invalid/", "eventTypes": ["*"], "commonsIds": ["%s"]}""".formatted(TheLog.newId()))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-commons"));
    }

    @Test
    void is_described_within_limits() {
        String url = "https://hooks.invalid/";
        String longest = url + "a".repeat(2_048 - url.length());
        String form = "{\"url\": \"%s\", \"eventTypes\": [%s], \"description\": \"%s\"}";
        String most = String.join(",", Collections.nCopies(20, "\"*\""));

        create(partnerId, form.formatted(longest, most, "d".repeat(200))).statusCode(201);
        create(partnerId, form.formatted(longest + "a", "\"*\"", "d")).statusCode(400);
        create(partnerId, form.formatted(url, most + ",\"*\"", "d")).statusCode(400);
        create(partnerId, form.formatted(url, "", "d")).statusCode(400);
        create(partnerId, form.formatted(url, "\"*\"", "d".repeat(201))).statusCode(400);
        create(partnerId, form.formatted(url, "\"%s\"".formatted("a".repeat(64)), "d"))
                .statusCode(422);
        create(partnerId, form.formatted(url, "\"%s\"".formatted("a".repeat(65)), "d"))
                .statusCode(400);
        create(partnerId, form.formatted(url, "\"*\"", "d").replace("\"*\"", "\"*\", null"))
                .statusCode(400);
    }

    @Test
    void is_of_commons_within_limits() {
        String one = "\"%s\"".formatted(TheLog.newId());
        String form =
                "{\"url\": \"https://a.invalid/\", \"eventTypes\":[\"*\"],\"commonsIds\":[%s]}";

        create(partnerId, form.formatted(String.join(",", Collections.nCopies(100, one))))
                .statusCode(422);
        create(partnerId, form.formatted(String.join(",", Collections.nCopies(101, one))))
                .statusCode(400);
    }

    @Test
    void is_not_there_for_another_partner() {
        String id = created(partnerId, "*");
        String other = TheService.newPartner();
        String elsewhere = created(other, "*");

        asPartner(other).get(path(partnerId, id)).then().statusCode(404);
        asPartner(other).get(path(other, id)).then().statusCode(404);
        as("operator").get(path(partnerId, elsewhere)).then().statusCode(404);
        as("operator").get(path(TheLog.newId())).then().statusCode(404);
        as("operator").body(request("*")).post(path(TheLog.newId())).then().statusCode(404);
    }
}
