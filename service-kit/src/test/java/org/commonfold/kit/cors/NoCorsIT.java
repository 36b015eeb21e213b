package org.commonfold.kit.cors;

import static io.restassured.RestAssured.given;

import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("Without origins set, a browser")
class NoCorsIT {

    @Test
    void is_told_nothing_and_nobody_else_is_refused() {
        given().header("Origin", "https://app.example")
                .get("/v1/things")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
