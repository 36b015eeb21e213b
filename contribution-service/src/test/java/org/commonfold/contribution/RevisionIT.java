package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A revision")
class RevisionIT {

    @Test
    void is_a_new_version_and_the_old_one_stays_readable() {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.revise("ada", id, "\"1\"", "1")
                .then()
                .statusCode(201)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("title", equalTo("Rotor"))
                .body("contentUri", equalTo("https://example.org/rotor/2"));

        given().get("/v1/contributions/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("versions.version", contains(1, 2))
                .body("versions[0].contentUri", equalTo("https://example.org/rotor"))
                .body("versions[1].publishedBy", equalTo("ada"));
        given().get("/v1/contributions/" + id + "/versions?limit=1")
                .then()
                .body("items.version", contains(1));
    }

    @Test
    void by_one_of_two_writers_wins_and_the_other_learns_of_it() throws Exception {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));

        List<Response> answers = atOnce(List.of(
                () -> Lab.revise("ada", id, "\"1\"", "1"),
                () -> Lab.revise("ada", id, "\"1\"", "2")));

        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 412);
        given().get("/v1/contributions/" + id).then().body("versions", hasSize(2));
    }

    @Test
    void with_one_idempotency_key_from_fifty_threads_is_made_once() throws Exception {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        String revision = """
                {"contentUri": "https://example.org/rotor/2", "contentDigest": "sha256:%s"}""".formatted("1".repeat(64));
        Callable<Response> call = () -> Lab.as(token("ada", "contributor"))
                .header("If-Match", "\"1\"")
                .header("Idempotency-Key", "fifty-" + id)
                .body(revision)
                .post("/v1/contributions/" + id + "/revisions");

        List<Response> answers =
                atOnce(IntStream.range(0, 50).mapToObj(i -> call).toList());

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        assertThat(answers).extracting(Response::statusCode).contains(201);
        given().get("/v1/contributions/" + id).then().body("versions", hasSize(2));
    }

    @Test
    void needs_the_etag_that_was_read() {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.as(token("ada", "contributor"))
                .body("{\"contentUri\": \"x:y\", \"contentDigest\": \"sha256:" + "1".repeat(64)
                        + "\"}")
                .post("/v1/contributions/" + id + "/revisions")
                .then()
                .statusCode(428);
        Lab.revise("ada", id, "W/\"1\"", "1").then().statusCode(412);
    }

    @Test
    void is_made_by_an_author_only() {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.revise("eve", id, "\"1\"", "1")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-an-author"));
    }

    @Test
    void changes_something() {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.revise("ada", id, "\"1\"", "1").then().statusCode(201);
        Lab.revise("ada", id, "\"2\"", "1")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/nothing-revised"));
    }

    @Test
    void of_withdrawn_work_is_refused() {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        Lab.withdraw(token("ada", "contributor"), id).then().statusCode(200);
        Lab.revise("ada", id, "\"2\"", "1")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/withdrawn"));
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }
}
