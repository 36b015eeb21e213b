package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The main job of contribution-service")
class MainJobIT {

    static final String CHARTER = """
            {"criteria": [
                {"name": "quality", "weight": 2, "min": 1, "points": [0, 1, 2, 3, 5]}
            ]}""";

    static ValidatableResponse found(String founder) {
        return given().auth()
                .oauth2(token(founder, "steward"))
                .contentType(ContentType.JSON)
                .body("{\"name\": \"Open lab\", \"charter\": " + CHARTER + "}")
                .post("/v1/commons")
                .then();
    }

    static String foundedBy(String founder) {
        return found(founder).statusCode(201).extract().path("commonsId");
    }

    @Test
    void a_commons_is_founded_and_read_back_by_anyone() {
        String location = found("ada")
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern(".*/v1/commons/[0-9a-f-]{36}"))
                .body("charter.quorum", equalTo(2))
                .body("charter.treasuryBasisPoints", equalTo(0))
                .body("charter.raters", equalTo("contributors"))
                .body("charter.criteria[0].points", equalTo(java.util.List.of(0, 1, 2, 3, 5)))
                .extract()
                .header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Open lab"))
                .body("stewards", equalTo(java.util.List.of("ada")))
                .body("charterVersion", equalTo(1));
    }
}
