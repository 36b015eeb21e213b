package org.commonfold.contribution;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.contribution.NeedsLab.close;
import static org.commonfold.contribution.NeedsLab.closeAs;
import static org.commonfold.contribution.NeedsLab.open;
import static org.commonfold.contribution.NeedsLab.opened;
import static org.commonfold.contribution.NeedsLab.openedByAda;
import static org.commonfold.contribution.NeedsLab.stepBack;
import static org.commonfold.contribution.NeedsLab.takeUp;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The needs of a commons")
class NeedsIT {

    @Inject
    DataSource source;

    private String commonsId;

    @BeforeEach
    void a_commons() {
        commonsId = Lab.foundedBy("sue");
    }

    @Test
    void are_opened_by_contributors_and_read_by_anyone() {
        String need = NeedsLab.NEED.replace("\"optics\"", "\"Optics\", \"OPTICS\"");
        String location = open("ada", commonsId, need)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .header("Location");
        given().get(location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("commonsId", equalTo(commonsId))
                .body("title", equalTo("Calibrate the mount"))
                .body("description", equalTo("Gently.\nTwice."))
                .body("kind", equalTo("science"))
                .body("skills", equalTo(List.of("optics", "data-analysis")))
                .body("state", equalTo("open"))
                .body("openedBy", equalTo("ada"))
                .body("takenUpBy", hasSize(0))
                .body("openedAt", notNullValue())
                .body("closedAt", nullValue());
    }

    @Test
    void may_go_to_the_limit() {
        open("ada", commonsId, NeedsLimits.need(300, 4_000, 20, 40))
                .then()
                .statusCode(201)
                .body("skills", hasSize(20));
        open("ada", commonsId, NeedsLimits.need(1, 0, 1, 1)).then().statusCode(201);
    }

    @Test
    void are_opened_once_with_one_key() {
        List<Response> answers = List.of(keyed(), keyed());

        assertThat(answers.get(1).asString()).isEqualTo(answers.get(0).asString());
        assertThat(answers.get(1).header("Idempotency-Replayed")).isEqualTo("true");
        list("").then().body("items", hasSize(1));
    }

    private Response keyed() {
        return Lab.as(token("ada", "contributor"))
                .header("Idempotency-Key", "need-1")
                .body(NeedsLab.NEED)
                .post("/v1/commons/" + commonsId + "/needs");
    }

    private Response list(String query) {
        return given().get("/v1/commons/" + commonsId + "/needs" + query);
    }

    @Test
    void are_taken_up_with_no_body_of_no_type_and_not_with_null() throws Exception {
        String id = openedByAda(commonsId);
        String takeUp = "/v1/needs/" + id + "/take-up";
        String bob = token("bob", "contributor");

        Lab.as(bob).body("null").post(takeUp).then().statusCode(400);
        // RestAssured would name a type.
        HttpRequest nothing = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + takeUp))
                .header("Authorization", "Bearer " + bob)
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> taken =
                HttpClient.newHttpClient().send(nothing, BodyHandlers.ofString());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    }

    @Test
    void are_taken_up_by_several_and_left_again() {
        String id = openedByAda(commonsId);

        takeUp("bob", id).then().statusCode(200).body("state", equalTo("taken-up"));
        Response both = takeUp("eve", id);
        both.then()
                .header("ETag", "\"3\"")
                .body("takenUpBy.contributorId", equalTo(List.of("bob", "eve")));
        assertThat(takeUp("bob", id).asString()).isEqualTo(both.asString());

        stepBack("bob", id).then().statusCode(204);
        stepBack("bob", id).then().statusCode(404);
        stepBack("eve", id).then().statusCode(204);
        given().get("/v1/needs/" + id)
                .then()
                .header("ETag", "\"5\"")
                .body("state", equalTo("open"));
        takeUp("bob", id).then().statusCode(200).header("ETag", "\"6\"");
    }

    @Test
    void are_closed_with_the_work_that_met_them_by_whom_they_concern() {
        String workId = Lab.publishedByAda(commonsId);
        String byOpener = openedByAda(commonsId);
        String byTaker = openedByAda(commonsId);
        String bySteward = openedByAda(commonsId);
        takeUp("bob", byTaker).then().statusCode(200);

        closeAs("eve", byOpener, workId)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-concerned"));
        close(token("eve", "steward"), byOpener, workId).then().statusCode(403);
        closeAs("ada", byOpener, workId)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("closed"))
                .body("fulfilledBy", equalTo(workId))
                .body("closedAt", notNullValue());
        closeAs("bob", byTaker, workId)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/fulfilment-not-theirs"));
        close(token("sue", "contributor"), bySteward, workId).then().statusCode(403);
        closeAs("bob", byTaker, publishedByBob())
                .then()
                .statusCode(200)
                .body("takenUpBy.contributorId", equalTo(List.of("bob")));
        close(token("sue", "steward"), bySteward, workId).then().statusCode(200);
    }

    private String publishedByBob() {
        return Lab.publish("bob", commonsId, Lab.work().replace("\"ada\"", "\"bob\""))
                .then()
                .statusCode(201)
                .extract()
                .path("contributionId");
    }

    @Test
    void that_are_closed_stay_as_they_are() {
        String workId = Lab.publishedByAda(commonsId);
        String id = openedByAda(commonsId);
        takeUp("bob", id);
        Response closed = closeAs("ada", id, workId);

        assertThat(closeAs("bob", id, workId).asString()).isEqualTo(closed.asString());
        for (Response refused : List.of(
                closeAs("ada", id, Lab.publishedByAda(commonsId)),
                takeUp("eve", id),
                stepBack("bob", id))) {
            refused.then().statusCode(409).body("type", equalTo("/problems/need-closed"));
        }
        assertThat(given().get("/v1/needs/" + id).asString()).isEqualTo(closed.asString());
    }

    @Test
    void are_not_closed_by_who_has_read_an_older_version() {
        String workId = Lab.publishedByAda(commonsId);
        String id = openedByAda(commonsId);
        takeUp("bob", id);

        closeIfMatch("\"1\"", id, workId)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        closeIfMatch("\"2\"", id, workId).then().statusCode(200);
    }

    private static Response closeIfMatch(String tag, String needId, String workId) {
        return Lab.as(token("ada", "contributor"))
                .header("If-Match", tag)
                .body("{\"contributionId\": \"" + workId + "\"}")
                .post("/v1/needs/" + needId + "/closure");
    }

    @Test
    void are_taken_up_by_twenty_at_once_and_nobody_is_lost() throws Exception {
        String id = openedByAda(commonsId);
        ExecutorService people = Executors.newFixedThreadPool(20);
        List<Future<Response>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String who = "p" + i % 20;
            answers.add(people.submit(() -> takeUp(who, id)));
        }
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        people.shutdown();
        Response need = given().get("/v1/needs/" + id);
        assertThat(need.<List<String>>path("takenUpBy.contributorId"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "p" + i).toList());
        need.then().header("ETag", "\"21\"");
        assertThat(new Database(source)
                        .number("select count(*) from event where stream_id = 'need/" + id + "'"))
                .isEqualTo(21);
    }

    @Test
    void are_listed_page_by_page_by_skill_and_by_state() {
        String optics = opened("ada", commonsId, "science", "optics");
        String code = opened("ada", commonsId, "code", "java");
        String both = openedByAda(commonsId);
        takeUp("bob", both);
        closeAs("ada", code, Lab.publishedByAda(commonsId)).then().statusCode(200);
        openedByAda(Lab.foundedBy("sue"));

        assertThat(ids("")).containsExactly(optics, code, both);
        assertThat(ids("?skill=Optics")).containsExactly(optics, both);
        assertThat(ids("?skill=optics&state=open")).containsExactly(optics);
        assertThat(ids("?state=taken-up")).containsExactly(both);
        assertThat(ids("?state=closed")).containsExactly(code);
        assertThat(ids("?skill=knitting")).isEmpty();

        Response first = list("?skill=optics&limit=1");
        assertThat(ids("?skill=optics&limit=1")).containsExactly(optics);
        assertThat(ids("?skill=optics&limit=1&cursor=" + first.path("next"))).containsExactly(both);
    }

    private List<String> ids(String query) {
        return list(query).then().statusCode(200).extract().path("items.needId");
    }

    @Test
    void are_named_by_the_works_that_fulfil_them_within_their_commons() {
        String here = openedByAda(commonsId);
        String elsewhere = openedByAda(Lab.foundedBy("sue"));

        fulfil(here).then().statusCode(201).body("fulfils", equalTo(here));
        for (String unknown : List.of(UUID.randomUUID().toString(), elsewhere)) {
            fulfil(unknown).then().statusCode(422).body("type", equalTo("/problems/need-unknown"));
        }
    }

    private Response fulfil(String needId) {
        String work = Lab.work().replace("\"title\"", "\"fulfils\": \"" + needId + "\", \"title\"");
        return Lab.publish("ada", commonsId, work);
    }

    @Test
    void are_in_the_log_as_their_contracts_say_without_their_description() {
        String id = openedByAda(commonsId);
        takeUp("bob", id);
        stepBack("bob", id);
        takeUp("bob", id);
        String workId = Lab.publishedByAda(commonsId);
        closeAs("ada", id, workId);

        List<ConsumerRecord<String, byte[]>> written = LogRecords.underKey(commonsId, 6);

        assertThat(written).hasSize(6);
        LogRecords.assertKept(written.get(1), "NeedOpened", id);
        LogRecords.assertKept(written.get(2), "NeedTakenUp", id);
        LogRecords.assertKept(written.get(3), "NeedTakenUp", id);
        LogRecords.assertKept(written.get(4), "ContributionPublished", workId);
        LogRecords.assertKept(written.get(5), "NeedClosed", id);
        assertThat(LogRecords.text(written.get(1)))
                .doesNotContain("Gently")
                .doesNotContain("\"ada\"");
        assertThat(LogRecords.text(written.get(5))).contains("\"fulfilledBy\":\"" + workId);
    }
}
