package org.commonfold.rating;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.kit.testing.TestTokens.token;
import static org.commonfold.rating.TheLog.header;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("Inviting raters")
class InvitingRatersIT {

    @Inject
    DataSource database;

    private String commonsId;
    private String work;

    /** Its steward is Sue; only contributors rate there. */
    @BeforeEach
    void a_commons_with_a_work_of_adas() {
        commonsId = TheLog.foundCommons(TheLog.CHARTER);
        work = TheLog.publish(commonsId, "ada");
        TheLog.awaitRead(commonsId);
    }

    private static RequestSpecification as(String who, String... roles) {
        return given().auth().oauth2(token(who, roles)).contentType(ContentType.JSON);
    }

    private String raters() {
        return "/v1/commons/" + commonsId + "/raters";
    }

    private ValidatableResponse invite(RequestSpecification as, String raterId) {
        return as.body("{\"raterId\": \"" + raterId + "\"}").post(raters()).then();
    }

    private ValidatableResponse rate(String who) {
        return as(who, "contributor")
                .body("{\"scores\": {\"quality\": 4, \"usefulness\": 2}}")
                .put("/v1/contributions/" + work + "/ratings/mine")
                .then();
    }

    @Test
    void lets_them_rate_at_once() {
        rate("ian").statusCode(403).body("type", equalTo("/problems/not-a-rater"));

        invite(as("sue", "steward"), "ian")
                .statusCode(201)
                .body("commonsId", equalTo(commonsId))
                .body("raterId", equalTo("ian"))
                .body("invitedBy", equalTo("sue"))
                .body("invitedAt", containsString("T"));
        rate("ian").statusCode(201);
    }

    /** By PostgreSQL's own word, since by the log the rater would be let in only a little later. */
    @Test
    void lets_them_in_by_the_same_transaction() throws SQLException {
        invite(as("sue", "steward"), "ian").statusCode(201);

        String sql = """
                select count(*) from invitation join member using (commons_id)
                 where commons_id = cast('%s' as uuid) and contributor_id = rater_id
                   and member.xmin::text = invitation.xmin::text""";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql.formatted(commonsId))) {
            rows.next();
            assertThat(rows.getLong(1)).isOne();
        }
    }

    @Test
    void is_told_in_the_log_without_who_did_it() {
        invite(as("sue", "steward"), "ian").statusCode(201);

        ConsumerRecord<String, String> record = TheLog.writtenByUs(commonsId, 1).get(0);

        assertThat(header(record, "ce_type")).isEqualTo("org.commonfold.RaterInvited.v1");
        assertThat(header(record, "ce_subject")).isEqualTo(commonsId);
        JsonPath data = JsonPath.from(record.value());
        assertThat(data.getString("commonsId")).isEqualTo(commonsId);
        assertThat(data.getString("raterId")).isEqualTo("ian");
        assertThat(data.getString("invitedAt")).endsWith("Z");
        assertThat(record.value()).doesNotContain("sue");
    }

    @Test
    void that_is_repeated_gives_the_first_answer_and_no_second_event() {
        String first =
                invite(as("sue", "steward"), "ian").statusCode(201).extract().asString();

        assertThat(invite(as("sue", "steward"), "ian").statusCode(200).extract().asString())
                .isEqualTo(first);
        invite(as("sue", "steward"), "joe").statusCode(201);
        assertThat(TheLog.writtenByUs(commonsId, 2))
                .extracting(one -> JsonPath.from(one.value()).getString("raterId"))
                .containsExactly("ian", "joe");
    }

    @Test
    void by_many_requests_at_once_is_one_invitation() {
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> invite(as("sue", "steward"), "ian").extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(200, 201);
    }

    @Test
    void with_a_key_is_done_once() {
        RequestSpecification keyed = as("sue", "steward").header("Idempotency-Key", commonsId);
        invite(keyed, "ian").statusCode(201).header("Idempotency-Replayed", nullValue());
        invite(as("sue", "steward").header("Idempotency-Key", commonsId), "ian")
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        invite(as("sue", "steward").header("Idempotency-Key", commonsId), "joe")
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void is_for_the_stewards_of_that_very_commons() {
        for (RequestSpecification other : List.of(as("sam", "steward"), as("ada", "steward"))) {
            invite(other, "ian").statusCode(403).body("type", equalTo("/problems/not-a-steward"));
        }
        invite(as("sue", "contributor"), "ian")
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        invite(given().contentType(ContentType.JSON), "ian").statusCode(401);
        as("sam", "steward").get(raters()).then().statusCode(403);
        as("sue", "contributor").get(raters()).then().statusCode(403);
        given().get(raters()).then().statusCode(401);
        as("sue", "steward").get(raters()).then().body("items", equalTo(List.of()));
    }

    @Test
    void to_a_commons_not_read_yet_is_not_found() {
        String unknown = "/v1/commons/" + TheLog.newId() + "/raters";
        as("sue", "steward")
                .body("{\"raterId\": \"ian\"}")
                .post(unknown)
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
        as("sue", "steward").get(unknown).then().statusCode(404).header("Retry-After", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"raterId\": null}",
                "{\"raterId\": \"\"}",
                "{\"raterId\": \"a b\"}",
                "{\"raterId\": \"\\u0000\"}",
                "{\"raterId\": 7}",
                "{\"raterId\": \"ian\", \"colour\": \"red\"}",
                "[]",
                "{\"raterId\":",
            })
    void of_nobody_is_refused(String body) {
        as("sue", "steward").body(body).post(raters()).then().statusCode(400);
    }

    @Test
    void takes_ids_up_to_their_limit() {
        invite(as("sue", "steward"), "i".repeat(64)).statusCode(201);
        invite(as("sue", "steward"), "i".repeat(65)).statusCode(400);
    }

    @Test
    void lists_them_the_first_invited_first() {
        for (String who : List.of("zoe", "ian", "joe")) {
            invite(as("sue", "steward"), who).statusCode(201);
        }
        String next = as("sue", "steward")
                .get(raters() + "?limit=2")
                .then()
                .statusCode(200)
                .header("Link", containsString("rel=\"next\""))
                .body("items.raterId", contains("zoe", "ian"))
                .extract()
                .path("next");
        as("sue", "steward")
                .get(raters() + "?limit=2&cursor=" + next)
                .then()
                .body("items.raterId", contains("joe"))
                .body("next", nullValue());
    }
}
