package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.EventWriters;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The main job of contribution-service")
class MainJobIT {

    private static final String WRITTEN_BY = """
            select xmin from contribution where contribution_id = '%s'
            union all select xmin from idempotency_key where key = 'k-xmin'""";

    @Inject
    DataSource source;

    @Test
    void a_commons_is_founded_and_read_back_by_anyone() {
        String location = Lab.found("ada", Lab.COMMONS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", matchesPattern(".*/v1/commons/[0-9a-f-]{36}"))
                .body("charter.quorum", equalTo(2))
                .body("charter.treasuryBasisPoints", equalTo(0))
                .body("charter.raters", equalTo("contributors"))
                .body("charter.criteria[0].points", equalTo(List.of(0, 1, 2, 3, 5)))
                .extract()
                .header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Open lab"))
                .body("stewards", equalTo(List.of("ada")))
                .body("charterVersion", equalTo(1));
    }

    @Test
    void a_contribution_is_published_and_read_back_by_anyone() {
        String commonsId = Lab.foundedBy("sue");
        String location = Lab.publish("ada", commonsId, Lab.work())
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .body("commonsId", equalTo(commonsId))
                .body("state", equalTo("published"))
                .body("version", equalTo(1))
                .body("authors[0].contributorId", equalTo("ada"))
                .body("withdrawnAt", nullValue());
    }

    @Test
    void a_contribution_derives_from_earlier_ones_of_its_commons() {
        String commonsId = Lab.foundedBy("sue");
        String upstream = Lab.publishedByAda(commonsId);
        String derived = "[{\"contributionId\": \"" + upstream + "\", \"basisPoints\": 10000}]";
        String authors = "[{\"contributorId\": \"bob\", \"share\": 1000000}]";
        Lab.publish("bob", commonsId, Lab.work(authors, derived))
                .then()
                .statusCode(201)
                .body("derivedFrom[0].contributionId", equalTo(upstream))
                .body("derivedFrom[0].basisPoints", equalTo(10_000));
    }

    @Test
    void contributions_are_listed_page_by_page_whatever_is_added_meanwhile() {
        String commonsId = Lab.foundedBy("sue");
        List<String> published = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            published.add(Lab.publishedByAda(commonsId));
        }
        String list = "/v1/commons/" + commonsId + "/contributions?limit=3";
        Response first = given().get(list);
        first.then()
                .statusCode(200)
                .body("items", hasSize(3))
                .header("Link", matchesPattern("<.*cursor=.*>; rel=\"next\".*"));
        published.add(Lab.publishedByAda(commonsId));
        Response second = given().get(list + "&cursor=" + first.path("next"));
        second.then().body("items", hasSize(3)).body("next", nullValue());

        List<String> listed = new ArrayList<>(first.<List<String>>path("items.contributionId"));
        listed.addAll(second.<List<String>>path("items.contributionId"));
        assertThat(listed).isEqualTo(published);
    }

    @Test
    void a_contribution_is_withdrawn_by_an_author_or_a_steward_and_by_nobody_else() {
        String commonsId = Lab.foundedBy("sue");
        String first = Lab.publishedByAda(commonsId);
        String second = Lab.publishedByAda(commonsId);

        Lab.withdraw(token("eve", "contributor", "steward"), first)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-an-author"));
        Lab.withdraw(token("sue", "contributor"), first).then().statusCode(403);
        for (String body : List.of("{", "{\"colour\": 1}", "7")) {
            Lab.as(token("ada", "contributor"))
                    .body(body)
                    .post("/v1/contributions/" + first + "/withdrawal")
                    .then()
                    .statusCode(400);
        }
        Lab.withdraw(token("ada", "contributor"), first)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("withdrawn"))
                .body("withdrawnAt", notNullValue());
        Lab.withdraw(token("sue", "steward"), second).then().statusCode(200);
    }

    @Test
    void a_withdrawal_that_is_repeated_records_nothing_new() {
        String id = Lab.publishedByAda(Lab.foundedBy("sue"));
        String first = Lab.withdraw(token("ada", "contributor"), id).asString();
        assertThat(Lab.withdraw(token("ada", "contributor"), id).asString()).isEqualTo(first);
        assertThat(new Database(source)
                        .number("select count(*) from event where stream_id = 'contribution/" + id
                                + "'"))
                .isEqualTo(2);
    }

    @Test
    void a_keyed_request_is_answered_once_and_then_again_to_the_letter() {
        String commonsId = Lab.foundedBy("sue");
        Response first = keyed("k-1", commonsId, Lab.work());
        Response again = keyed("k-1", commonsId, Lab.work());

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        again.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        keyed("k-1", commonsId, Lab.work().replace("Rotor", "Stator"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void fifty_requests_with_one_key_at_once_publish_one_contribution() throws Exception {
        String commonsId = Lab.foundedBy("sue");
        ExecutorService clients = Executors.newFixedThreadPool(50);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(clients.submit(() -> keyed("k-50", commonsId, Lab.work())));
        }
        List<Response> created = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(201, 409);
            if (answer.get().statusCode() == 201) {
                created.add(answer.get());
            }
        }
        clients.shutdown();
        Set<String> ids = created.stream()
                .map(one -> one.<String>path("contributionId"))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(new Database(source)
                        .number("select count(*) from contribution where commons_id = '" + commonsId
                                + "'"))
                .isOne();
    }

    private static Response keyed(String key, String commonsId, String body) {
        return Lab.as(token("ada", "contributor"))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/commons/" + commonsId + "/contributions");
    }

    @Test
    void row_event_and_key_are_written_by_one_transaction() {
        String commonsId = Lab.foundedBy("sue");
        Database database = new Database(source);
        try (EventWriters writers = new EventWriters(database)) {
            String id = keyed("k-xmin", commonsId, Lab.work()).path("contributionId");

            String writer = writers.of("contribution/" + id, 1);
            assertThat(database.texts(WRITTEN_BY.formatted(id))).containsExactly(writer, writer);
        }
    }
}
