package org.commonfold.kit.http;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.http.Things.assertProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.commonfold.kit.testing.BreakableDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A path")
class AllowIT {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/things       | GET, HEAD, OPTIONS, POST",
                "/v1/things/      | GET, HEAD, OPTIONS, POST",
                "/v1/things/again | OPTIONS, POST",
                "/v1/parameters/1 | GET, HEAD, OPTIONS",
            })
    void says_which_methods_it_has(String path, String methods) {
        Response options = given().options(path);
        options.then().statusCode(204);
        assertThat(options.header("Allow")).isEqualTo(methods);
        for (String method : new String[] {"DELETE", "TRACE", "QUERY"}) {
            assertProblem(given().request(method, path), 405, "method-not-allowed")
                    .header("Allow", equalTo(methods));
        }
    }

    @Test
    void that_has_nothing_has_no_methods() {
        for (String path : new String[] {"/v1/nothing", "/v1/things/again/more"}) {
            assertProblem(given().options(path), 404, "not-found").header("Allow", nullValue());
        }
    }

    @Test
    void with_the_right_method_does_not_list_the_others() {
        given().get("/v1/things").then().statusCode(200).header("Allow", nullValue());
    }
}
