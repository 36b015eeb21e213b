package org.commonfold.kit.identity;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A token that was verified with one request")
class VerifyingOnceIT {

    private final String token = token("mia", "maker");

    private static int statusFor(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"lathe\"}")
                .post("/v1/things")
                .statusCode();
    }

    private static void assertStatus(String token, int status) {
        assertThat(statusFor(token)).isEqualTo(status);
    }

    @Test
    void holds_with_the_next() {
        assertStatus(token, 201);
        assertStatus(token, 201);
    }

    /** With its header and claims, but another's signature, or with its signature alone. */
    @Test
    void lends_nothing_to_another() {
        assertStatus(token, 201);
        String other = token("mia", "nobody");
        int signature = token.lastIndexOf('.');
        int otherSignature = other.lastIndexOf('.');

        assertStatus(token.substring(0, signature) + other.substring(otherSignature), 401);
        assertStatus(other.substring(0, otherSignature) + token.substring(signature), 401);
        assertStatus(other, 403);
    }
}
