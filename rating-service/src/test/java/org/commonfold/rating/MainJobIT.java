package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.commonfold.rating.TheLog.header;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.EventWriters;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The main job of rating-service")
class MainJobIT {

    static final String OPINION = """
            {"scores": {"quality": 4, "usefulness": 2}, "confidence": 5, "comment": "Sturdy"}""";

    @Inject
    DataSource source;

    private String commonsId;
    private String contributionId;

    @BeforeEach
    void a_work_of_adas_in_a_commons_where_bob_has_published_too() {
        commonsId = TheLog.foundCommons(TheLog.CHARTER);
        contributionId = TheLog.publish(commonsId, "ada");
        TheLog.publish(commonsId, "bob");
        TheLog.awaitRead(commonsId);
    }

    private static RequestSpecification as(String who) {
        return given().auth().oauth2(token(who, "contributor")).contentType(ContentType.JSON);
    }

    private String ratings() {
        return "/v1/contributions/" + contributionId + "/ratings";
    }

    private ValidatableResponse rate(String who, String opinion) {
        return as(who).body(opinion).put(ratings() + "/mine").then();
    }

    private List<ConsumerRecord<String, String>> written(int count) {
        return TheLog.writtenByUs(commonsId, count);
    }

    @Test
    void a_rating_is_answered_and_read_back() {
        rate("bob", OPINION)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith(ratings() + "/mine"))
                .body("ratingId", notNullValue())
                .body("contributionId", equalTo(contributionId))
                .body("commonsId", equalTo(commonsId))
                .body("raterId", equalTo("bob"))
                .body("scores.quality", equalTo(4))
                .body("confidence", equalTo(5))
                .body("charterVersion", equalTo(1))
                .body("revision", equalTo(1))
                .body("comment", equalTo("Sturdy"))
                .body("ratedAt", notNullValue());
        as("bob")
                .get(ratings())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].scores.usefulness", equalTo(2))
                .body("items[0].comment", equalTo("Sturdy"));
    }

    @Test
    void a_rating_goes_to_the_log_as_a_cloud_event_without_its_comment() {
        String ratingId = rate("bob", OPINION).extract().path("ratingId");

        ConsumerRecord<String, String> record = written(1).get(0);

        assertThat(record.key()).isEqualTo(commonsId);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(UUID.fromString(header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(header(record, "ce_type")).isEqualTo("org.commonfold.PeerRated.v1");
        assertThat(header(record, "ce_subject")).isEqualTo(ratingId);
        assertThat(header(record, "ce_time")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
        assertThat(header(record, "ce_dataschema"))
                .isEqualTo("https://commonfold.org/contracts/events/PeerRated/v1.schema.json");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
        JsonPath data = JsonPath.from(record.value());
        assertThat(data.getString("ratingId")).isEqualTo(ratingId);
        assertThat(data.getString("raterId")).isEqualTo("bob");
        assertThat(data.getInt("scores.quality")).isEqualTo(4);
        assertThat(data.getInt("confidence")).isEqualTo(5);
        assertThat(data.getInt("charterVersion")).isEqualTo(1);
        assertThat(data.getInt("revision")).isEqualTo(1);
        assertThat(record.value()).doesNotContain("comment").doesNotContain("Sturdy");
    }

    @Test
    void a_rating_without_confidence_names_none_in_the_log() {
        rate("bob", "{\"scores\": {\"quality\": 1, \"usefulness\": 0}}")
                .statusCode(201)
                .body("confidence", nullValue());

        assertThat(written(1).get(0).value()).doesNotContain("confidence");
    }

    @Test
    void a_rating_and_its_event_are_written_by_one_transaction() {
        Database database = new Database(source);
        String rating = "select xmin from rating where contribution_id = '" + contributionId + "'";
        try (EventWriters writers = new EventWriters(database)) {
            String stream = "rating/" + rate("bob", OPINION).extract().path("ratingId");
            assertThat(database.texts(rating)).containsExactly(writers.of(stream, 1));

            rate("bob", OPINION.replace("4", "3")).statusCode(200);
            assertThat(database.texts(rating))
                    .containsExactly(writers.of(stream, 2))
                    .doesNotContain(writers.of(stream, 1));
        }
    }

    @Test
    void a_revision_keeps_the_id_and_is_an_event_of_its_own() {
        String ratingId = rate("bob", OPINION).extract().path("ratingId");

        rate("bob", OPINION.replace("4", "3"))
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("ratingId", equalTo(ratingId))
                .body("scores.quality", equalTo(3))
                .body("revision", equalTo(2));

        assertThat(written(2))
                .extracting(record -> JsonPath.from(record.value()).getInt("revision"))
                .containsExactly(1, 2);
    }

    @Test
    void the_same_again_records_nothing_new() {
        rate("bob", OPINION).statusCode(201);
        rate("bob", OPINION).statusCode(200).header("ETag", "\"1\"").body("revision", equalTo(1));

        rate("bob", OPINION.replace("5", "1")).statusCode(200);
        assertThat(written(2)).hasSize(2);
    }

    @Test
    void another_comment_is_kept_but_is_no_event() {
        rate("bob", OPINION).statusCode(201);
        rate("bob", OPINION.replace("Sturdy", "Brittle"))
                .statusCode(200)
                .body("comment", equalTo("Brittle"))
                .body("revision", equalTo(1))
                .body("version", equalTo(2))
                .header("ETag", "\"2\"");
        as("bob").get(ratings()).then().body("items[0].comment", equalTo("Brittle"));

        rate("bob", OPINION.replace("4", "3"))
                .statusCode(200)
                .body("revision", equalTo(2))
                .header("ETag", "\"3\"");
        assertThat(written(2))
                .extracting(record -> JsonPath.from(record.value()).getInt("revision"))
                .containsExactly(1, 2);
    }

    @Test
    void a_comment_is_shown_to_who_wrote_it_alone() {
        rate("bob", OPINION).statusCode(201);

        given().auth()
                .oauth2(token("acme", "partner"))
                .get(ratings())
                .then()
                .statusCode(200)
                .body("items[0].raterId", equalTo("bob"))
                .body("items[0].comment", nullValue());
    }

    @Test
    void a_retracted_rating_is_gone_until_the_peer_rates_anew() {
        String ratingId = rate("bob", OPINION).extract().path("ratingId");
        as("bob").delete(ratings() + "/mine").then().statusCode(204).body(equalTo(""));
        as("bob").get(ratings()).then().body("items", hasSize(0));
        as("bob")
                .delete(ratings() + "/mine")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        rate("bob", OPINION)
                .statusCode(201)
                .body("ratingId", equalTo(ratingId))
                .body("revision", equalTo(2));

        List<ConsumerRecord<String, String>> written = written(3);
        assertThat(written)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(
                        "org.commonfold.PeerRated.v1",
                        "org.commonfold.RatingRetracted.v1",
                        "org.commonfold.PeerRated.v1");
        JsonPath retracted = JsonPath.from(written.get(1).value());
        assertThat(retracted.getString("ratingId")).isEqualTo(ratingId);
        assertThat(retracted.getString("raterId")).isEqualTo("bob");
        assertThat(retracted.getString("retractedAt")).isNotNull();
    }

    @Test
    void if_match_guards_against_a_change_unseen() {
        rate("bob", OPINION).statusCode(201);

        for (String other : List.of("\"2\"", "W/\"1\"", "\"x\"")) {
            as("bob")
                    .header("If-Match", other)
                    .body(OPINION.replace("4", "3"))
                    .put(ratings() + "/mine")
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("/problems/precondition-failed"));
            as("bob")
                    .header("If-Match", other)
                    .delete(ratings() + "/mine")
                    .then()
                    .statusCode(412);
        }
        as("bob")
                .header("If-Match", "\"7\", \"1\"")
                .body(OPINION.replace("4", "3"))
                .put(ratings() + "/mine")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        as("bob").header("If-Match", "*").delete(ratings() + "/mine").then().statusCode(204);
    }

    @Test
    void the_list_is_paged_by_rating_id() {
        List<String> ratingIds = new ArrayList<>();
        for (String who : List.of("r1", "r2", "r3")) {
            TheLog.publish(commonsId, who);
            TheLog.awaitRead(commonsId);
            ratingIds.add(rate(who, OPINION).statusCode(201).extract().path("ratingId"));
        }
        String next = as("bob")
                .get(ratings() + "?limit=2")
                .then()
                .header("Link", containsString("rel=\"next\""))
                .body("items.ratingId", contains(ratingIds.get(0), ratingIds.get(1)))
                .extract()
                .path("next");
        as("bob")
                .get(ratings() + "?limit=2&cursor=" + next)
                .then()
                .body("items.ratingId", contains(ratingIds.get(2)))
                .body("next", nullValue());
    }

    @Test
    void two_first_ratings_of_one_peer_at_the_same_time_make_one() {
        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> rate("bob", OPINION).extract().statusCode()));
        }
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        rate("bob", OPINION.replace("4", "1")).statusCode(200).body("revision", equalTo(2));
        assertThat(written(2)).hasSize(2);
    }
}
