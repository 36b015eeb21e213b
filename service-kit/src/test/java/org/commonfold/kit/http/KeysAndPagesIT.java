package org.commonfold.kit.http;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.http.Things.assertProblem;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.BreakableDatabase;
import org.commonfold.kit.testing.Database;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(BreakableDatabase.class)
@DisplayName("A request")
class KeysAndPagesIT {

    @Inject
    DataSource source;

    @Inject
    MeterRegistry metrics;

    private final String key = UUID.randomUUID().toString();

    private long made(String name) {
        return new Database(source)
                .number("select count(*) from thing where name = '" + name + "'");
    }

    private static String uniqueName() {
        return UUID.randomUUID().toString().substring(0, 20);
    }

    @Test
    void with_a_key_is_answered_again_to_the_letter() {
        String name = uniqueName();
        Response first = Things.makeOnce("mia", key, Things.named(name));
        // The same request, written otherwise.
        Response again =
                Things.makeOnce("mia", key, "{ \"scores\" : null, \"name\" : \"" + name + "\" }");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo("\"1\""));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(made(name)).isOne();
    }

    @Test
    void with_a_key_is_counted_by_what_became_of_it() {
        double first = counted("first");
        double replayed = counted("replayed");
        double reused = counted("reused");
        String name = uniqueName();
        Things.makeOnce("mia", key, Things.named(name)).then().statusCode(201);
        Things.makeOnce("mia", key, Things.named(name)).then().statusCode(201);
        Things.makeOnce("mia", key, Things.named(uniqueName())).then().statusCode(422);

        assertThat(counted("first") - first).isOne();
        assertThat(counted("replayed") - replayed).isOne();
        assertThat(counted("reused") - reused).isOne();
    }

    private double counted(String outcome) {
        return metrics.counter("idempotency_requests", "outcome", outcome).count();
    }

    @Test
    void with_a_key_of_another_request_is_refused() {
        Things.makeOnce("mia", key, Things.named(uniqueName())).then().statusCode(201);
        String other = uniqueName();
        assertProblem(
                Things.makeOnce("mia", key, Things.named(other)), 422, "idempotency-key-reused");
        assertThat(made(other)).isZero();
    }

    @Test
    void with_a_key_used_elsewhere_is_refused() {
        String body = Things.named(uniqueName());
        Things.makeOnce("mia", key, body).then().statusCode(201);
        Response elsewhere = Things.as(token("mia", "maker"))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/things/again");
        assertProblem(elsewhere, 422, "idempotency-key-reused");
    }

    @Test
    void with_a_key_of_somebody_else_is_a_request_of_its_own() {
        String name = uniqueName();
        Things.makeOnce("mia", key, Things.named(name)).then().statusCode(201);
        Things.makeOnce("max", key, Things.named(name))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        assertThat(made(name)).isEqualTo(2);
    }

    @Test
    void with_a_key_may_be_tried_again_after_a_refusal() {
        assertProblem(Things.makeOnce("mia", key, Things.named("cursed")), 422, "cursed");
        String name = uniqueName();
        Things.makeOnce("mia", key, Things.named(name)).then().statusCode(201);
        assertThat(made(name)).isOne();
    }

    @Test
    void with_one_key_from_fifty_clients_at_once_is_done_once() throws Exception {
        String name = uniqueName();
        ExecutorService clients = Executors.newFixedThreadPool(50);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(clients.submit(() -> Things.makeOnce("mia", key, Things.named(name))));
        }
        List<String> created = new ArrayList<>();
        for (Future<Response> answer : answers) {
            Response one = answer.get();
            if (one.statusCode() == 201) {
                created.add(one.asString());
            } else {
                assertProblem(one, 409, "request-in-progress");
            }
        }
        clients.shutdown();
        assertThat(created).isNotEmpty().containsOnly(created.get(0));
        assertThat(made(name)).isOne();
    }

    @Test
    void for_a_list_follows_its_links_to_the_end_whatever_is_added_meanwhile() {
        for (int i = 0; i < 5; i++) {
            Things.make(Things.named(uniqueName())).then().statusCode(201);
        }
        List<String> listed = new ArrayList<>();
        String next = "/v1/things?limit=2";
        int pages = 0;
        while (next != null) {
            Response page = given().get(next);
            page.then().statusCode(200);
            listed.addAll(page.<List<String>>path("items"));
            next = nextOf(page);
            if (pages++ == 0) {
                Things.make(Things.named(uniqueName())).then().statusCode(201);
            }
        }
        assertThat(listed)
                .isEqualTo(new Database(source)
                        .texts("select thing_id::text from thing order by thing_id"));
    }

    private static String nextOf(Response page) {
        String link = page.header("Link");
        assertThat(link == null).isEqualTo(page.path("next") == null);
        return link == null ? null : link.replaceAll("^<(.*)>; rel=\"next\".*$", "$1");
    }
}
