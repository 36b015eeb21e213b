package org.commonfold.revenue;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.signed;
import static org.commonfold.revenue.TheService.webhook;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A signing secret")
class SigningSecretsIT {

    @Inject
    DataSource database;

    private String partnerId;

    @BeforeEach
    void a_partner() {
        partnerId = TheService.newPartner();
    }

    private String path() {
        return "/v1/partners/" + partnerId + "/signing-secrets";
    }

    private static String secretOf(int bytes) {
        byte[] key = new byte[bytes];
        key[0] = (byte) bytes;
        return "whsec_" + Base64.getEncoder().encodeToString(key);
    }

    private ValidatableResponse bring(String secret) {
        return asPartner(partnerId)
                .body("{\"secret\": \"" + secret + "\"}")
                .post(path())
                .then();
    }

    private int statusOfDeclaring(String secret) {
        String commonsId = TheLog.newId();
        String body = webhook(commonsId, declaration("1.00", newReference()));
        return signed(secret, "msg_1", Instant.now(), body)
                .post("/v1/webhooks/partners/" + partnerId)
                .statusCode();
    }

    @ParameterizedTest
    @ValueSource(ints = {24, 32, 64})
    void of_the_partners_own_is_taken_and_not_shown_again(int bytes) {
        bring(secretOf(bytes)).statusCode(201).body("secret", nullValue());

        // The commons is unknown, but who asks is not.
        assertThat(statusOfDeclaring(secretOf(bytes))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 65})
    void of_too_few_or_too_many_bytes_is_refused(int bytes) {
        bring(secretOf(bytes))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-signing-secret"))
                .body(not(containsString(secretOf(bytes))));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400",
        "whsec_, 400",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 400",
        "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, 400",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa-_, 400",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaS=, 422",
        "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB==, 422"
    })
    void that_is_not_as_the_standard_writes_it_is_refused(String secret, int status) {
        bring(secret).statusCode(status).body(not(containsString("MfKQ9r8GKYqr")));
        asPartner(partnerId).get(path()).then().body("items", empty());
    }

    @Test
    void is_not_taken_twice() {
        bring(secretOf(32)).statusCode(201);

        bring(secretOf(32)).statusCode(409).body("type", equalTo("/problems/signing-secret-twice"));
    }

    @Test
    void is_new_without_a_body_and_with_an_empty_object() {
        for (String body : new String[] {"{}", "{\"secret\": null}"}) {
            asPartner(partnerId)
                    .body(body)
                    .post(path())
                    .then()
                    .statusCode(201)
                    .body("secret", matchesPattern("whsec_[\\w+/]{43}="));
        }
        partnerId = TheService.newPartner();
        TheService.newSecret(partnerId);
        given().auth().oauth2(token("tess", "operator")).post(path()).then().statusCode(201);
    }

    @Test
    void is_listed_without_what_it_is() {
        String first = asPartner(partnerId).post(path()).path("secretId");
        String second = bring(secretOf(32)).extract().path("secretId");

        as("operator")
                .get(path())
                .then()
                .statusCode(200)
                .body("items.secretId", contains(first, second))
                .body("items[0].createdAt", notNullValue())
                .body(not(containsString("whsec_")));
        as("operator")
                .get("/v1/partners/" + TheLog.newId() + "/signing-secrets")
                .then()
                .statusCode(404);
    }

    @Test
    void is_shown_again_to_a_repetition_while_it_exists() {
        Response first =
                asPartner(partnerId).header("Idempotency-Key", "s-" + partnerId).post(path());
        Response again =
                asPartner(partnerId).header("Idempotency-Key", "s-" + partnerId).post(path());

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString()).contains("whsec_");
        asPartner(partnerId).delete(first.header("Location")).then().statusCode(204);
        asPartner(partnerId)
                .header("Idempotency-Key", "s-" + partnerId)
                .post(path())
                .then()
                .statusCode(201)
                .body("secretId", equalTo(first.path("secretId")))
                .body("secret", nullValue());
    }

    @Test
    void is_nowhere_in_the_database() throws SQLException {
        Response answer =
                asPartner(partnerId).header("Idempotency-Key", "d-" + partnerId).post(path());
        String secret = answer.path("secret");
        String key = secret.substring("whsec_".length());

        assertThat(statusOfDeclaring(secret)).isEqualTo(404);
        String secretId = answer.path("secretId");
        String sealed = query(
                "select sealed from signing_secret where secret_id = '%s'".formatted(secretId));
        assertThat(sealed).startsWith("development:").doesNotContain(key);
        String kept = query("select encode(body, 'escape') from idempotency_key where key = 'd-%s'"
                .formatted(partnerId));
        assertThat(kept).contains(secretId).doesNotContain("whsec_");
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
