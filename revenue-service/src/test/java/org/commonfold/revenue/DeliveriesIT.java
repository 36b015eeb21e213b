package org.commonfold.revenue;

import static io.restassured.RestAssured.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheEndpoints.body;
import static org.commonfold.revenue.TheEndpoints.change;
import static org.commonfold.revenue.TheEndpoints.created;
import static org.commonfold.revenue.TheEndpoints.path;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import jakarta.inject.Inject;

import org.commonfold.kit.testing.Database;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("A delivery")
class DeliveriesIT {

    @Inject
    DataSource source;

    private Database database;
    private String partnerId;
    private String endpointId;

    @BeforeEach
    void an_endpoint() {
        database = new Database(source);
        partnerId = TheService.newPartner();
        endpointId = created(partnerId, "revenue.*");
    }

    private ValidatableResponse test(String request) {
        return asPartner(partnerId).body(request).post(here("/test")).then();
    }

    private String here(String rest) {
        return path(partnerId, endpointId) + rest;
    }

    private String sent() {
        return test("{}").statusCode(202).extract().path("deliveryId");
    }

    /** As whoever sends leaves it behind; an attempt on its way is not recorded any more. */
    private void ended(String deliveryId, String state) {
        String succeededAt = state.equals("succeeded") ? "now()" : "null";
        database.execute("""
                update delivery set state = '%s', next_attempt_at = null, attempt_count = 2,
                       schedule_step = 2, succeeded_at = %s, claimed_until = null
                 where delivery_id = '%s'""".formatted(state, succeededAt, deliveryId));
    }

    @Test
    void of_a_test_is_a_sample_that_says_so() {
        ValidatableResponse answer = test("{}").statusCode(202);
        String id = answer.extract().path("deliveryId");
        answer.header("Location", endsWith("/v1/deliveries/" + id))
                .body("eventType", equalTo("revenue.declared"))
                .body("endpointId", equalTo(endpointId));
        String named = test("{\"eventType\": \"contribution.published\"}")
                .statusCode(202)
                .extract()
                .path("deliveryId");

        assertThat(body(partnerId, id).getBoolean("test")).isTrue();
        assertThat(body(partnerId, named).getString("type")).isEqualTo("contribution.published");
        test("{\"eventType\": \"payout.paid\"}")
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-event-type"));
        test("{\"eventType\": \"revenue.*\"}").statusCode(422);
    }

    @Test
    void of_a_test_needs_no_body() {
        asPartner(partnerId)
                .post(here("/test"))
                .then()
                .statusCode(202)
                .body("eventType", equalTo("revenue.declared"));
    }

    @Test
    void of_a_test_is_made_once_for_a_key() {
        String key = TheLog.newId();
        Stream<String> ids = Stream.generate(() -> asPartner(partnerId)
                        .header("Idempotency-Key", key)
                        .body("{}")
                        .post(here("/test"))
                        .<String>path("deliveryId"))
                .limit(2);

        assertThat(ids.distinct()).hasSize(1);
    }

    @Test
    void is_read_with_every_attempt() {
        String id = sent();
        database.execute("delete from attempt where delivery_id = '%s'".formatted(id));
        database.execute("""
                insert into attempt (delivery_id, number, attempted_at, latency_millis, status,
                       failure, answer) values
                ('%1$s', 101, '2026-11-23T09:00:00Z', 20000, null, 'timeout', null),
                ('%1$s', 102, '2026-11-23T09:00:05Z', 12, 500, null, 'Oops')""".formatted(id));

        asPartner(partnerId)
                .get("/v1/deliveries/" + id)
                .then()
                .statusCode(200)
                .body("deliveryId", equalTo(id))
                .body("messageId", notNullValue())
                .body("outcome", equalTo("pending"))
                .body("nextAttemptAt", notNullValue())
                .body("attempts.number", hasItem(101))
                .body("attempts.find {it.number == 101}.failure", equalTo("timeout"))
                .body("attempts.find {it.number == 101}.status", nullValue())
                .body("attempts.find {it.number == 101}.latencyMillis", equalTo(20_000))
                .body("attempts.find {it.number == 102}.status", equalTo(500))
                .body("attempts.find {it.number == 102}.answer", equalTo("Oops"));
    }

    @Test
    void is_listed_by_its_outcome_the_newest_first_page_by_page() {
        List<String> ids = Stream.generate(this::sent).limit(5).toList();
        ended(ids.get(0), "failed");
        ended(ids.get(1), "succeeded");
        ended(ids.get(2), "cancelled");

        for (Map.Entry<String, String> one : Map.of(
                        "failed", ids.get(0), "succeeded", ids.get(1), "cancelled", ids.get(2))
                .entrySet()) {
            asPartner(partnerId)
                    .get(here("/deliveries?outcome=" + one.getKey()))
                    .then()
                    .body("items.deliveryId", contains(one.getValue()));
        }
        JsonPath first = asPartner(partnerId)
                .get(here("/deliveries?outcome=pending&limit=1"))
                .then()
                .body("items.deliveryId", contains(ids.get(4)))
                .header("Link", notNullValue())
                .extract()
                .jsonPath();
        asPartner(partnerId)
                .get(here("/deliveries?outcome=pending&limit=1&cursor=" + first.getString("next")))
                .then()
                .body("items.deliveryId", contains(ids.get(3)))
                .body("next", nullValue());
        asPartner(partnerId)
                .get(here("/deliveries"))
                .then()
                .body("items.deliveryId", contains(reversed(ids)));
        asPartner(partnerId).get(here("/deliveries?outcome=lost")).then().statusCode(400);
    }

    private static Object[] reversed(List<String> ids) {
        return Stream.of(4, 3, 2, 1, 0).map(ids::get).toArray();
    }

    @Test
    void is_sent_once_more_under_its_id_whatever_became_of_it() {
        for (String state : List.of("failed", "succeeded", "cancelled")) {
            String id = sent();
            String messageId = asPartner(partnerId).get("/v1/deliveries/" + id).path("messageId");
            ended(id, state);

            asPartner(partnerId)
                    .post("/v1/deliveries/" + id + "/redelivery")
                    .then()
                    .statusCode(202)
                    .body("outcome", equalTo("pending"))
                    .body("messageId", equalTo(messageId))
                    .body("nextAttemptAt", notNullValue())
                    .body("attemptCount", equalTo(2));
        }
        String id = sent();
        change(partnerId, endpointId, "{\"enabled\": false}").statusCode(200);
        as("operator")
                .post("/v1/deliveries/" + id + "/redelivery")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/endpoint-disabled"));
    }

    @Test
    void that_never_succeeded_is_recovered_once() {
        String failed = sent();
        String succeeded = sent();
        String onceSucceeded = sent();
        String pending = sent();
        ended(failed, "failed");
        ended(succeeded, "succeeded");
        ended(onceSucceeded, "succeeded");
        database.execute("update delivery set state = 'failed' where delivery_id = '%s'"
                .formatted(onceSucceeded));

        recover(Instant.now().minusSeconds(600), 200)
                .body("recovered", equalTo(1))
                .body("more", equalTo(false));
        recover(Instant.now().minusSeconds(600), 200).body("recovered", equalTo(0));
        asPartner(partnerId)
                .get(here("/deliveries?outcome=pending"))
                .then()
                .body("items.deliveryId", contains(pending, failed));
    }

    /** Its next attempt may be a day away, and the receiver is repaired now. */
    @Test
    void that_failed_and_waits_for_its_next_attempt_is_recovered() {
        String id = sent();
        database.execute("""
                update delivery set attempt_count = 3, schedule_step = 3, state = 'pending',
                       next_attempt_at = now() + interval '20 hours', claimed_until = null
                 where delivery_id = '%1$s';
                insert into attempt (delivery_id, number, attempted_at, latency_millis, status)
                values ('%1$s', 3, now() - interval '1 hour', 12, 500)""".formatted(id));

        recover(Instant.now().minusSeconds(3_590), 200).body("recovered", equalTo(0));
        recover(Instant.now().minusSeconds(3_660), 200).body("recovered", equalTo(1));

        assertThat(Instant.parse(
                        asPartner(partnerId).get("/v1/deliveries/" + id).path("nextAttemptAt")))
                .isBefore(Instant.now().plusSeconds(60));
    }

    /** It is asked for what failed since the receiver broke, which was to be sent before. */
    @Test
    void is_recovered_by_when_it_failed_not_by_when_it_was_made() {
        for (String age : List.of("5 minutes", "2 hours")) {
            String id = sent();
            ended(id, "failed");
            database.execute("""
                    delete from attempt where delivery_id = '%2$s';
                    update delivery
                       set delivery_id = cast(overlay('%2$s' placing '01900000' from 1) as uuid),
                           created_at = now() - interval '3 days',
                           ended_at = now() - interval '%1$s'
                     where delivery_id = '%2$s'""".formatted(age, id));
        }

        recover(Instant.now().minusSeconds(600), 200).body("recovered", equalTo(1));
        recover(Instant.now().minusSeconds(600), 200).body("recovered", equalTo(0));
        recover(Instant.now().minus(Duration.ofHours(3)), 200).body("recovered", equalTo(1));
    }

    @Test
    void is_not_sent_once_more_after_a_hundred_attempts() {
        String ninetyNine = sent();
        String hundred = sent();
        ended(ninetyNine, "failed");
        ended(hundred, "failed");
        database.execute("update delivery set attempt_count = 99 where delivery_id = '%s'"
                .formatted(ninetyNine));
        database.execute("update delivery set attempt_count = 100 where delivery_id = '%s'"
                .formatted(hundred));

        recover(Instant.now().minusSeconds(600), 200).body("recovered", equalTo(1));
        asPartner(partnerId)
                .post("/v1/deliveries/" + hundred + "/redelivery")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-attempts"));
    }

    @Test
    void that_was_cancelled_is_recovered_after_the_endpoint_was_enabled() {
        String id = sent();
        change(partnerId, endpointId, "{\"enabled\": false}").statusCode(200);
        asPartner(partnerId)
                .get("/v1/deliveries/" + id)
                .then()
                .body("outcome", equalTo("cancelled"))
                .body("nextAttemptAt", nullValue());
        recover(Instant.now().minusSeconds(600), 409);

        change(partnerId, endpointId, "{\"enabled\": true}").statusCode(200);
        recover(Instant.now().minusSeconds(600), 200).body("recovered", equalTo(1));
    }

    @Test
    void is_recovered_from_fourteen_days_back_and_no_more() {
        Instant now = Instant.now();

        recover(now.minus(Duration.ofDays(14)).plusSeconds(60), 200);
        recover(now.minus(Duration.ofDays(14)).minusSeconds(1), 422)
                .body("type", equalTo("/problems/recovery-out-of-range"));
        recover(now.plusSeconds(3_600), 422);
        asPartner(partnerId).body("{}").post(here("/recovery")).then().statusCode(400);
    }

    @Test
    void is_recovered_with_ten_thousand_others_a_call() {
        String id = sent();
        ended(id, "failed");
        Instant since = Instant.now().minusSeconds(60);
        String more = """
                insert into delivery (delivery_id, endpoint_id, message_id, event_type, body,
                       created_at, state, schedule_step, attempt_count, ended_at)
                select cast(substr('%1$s', 1, 19) || substr(cast(gen_random_uuid() as text), 20)
                            as uuid),
                       endpoint_id, 'm' || i, event_type, body, created_at, 'failed', 9, 10,
                       ended_at
                  from delivery, generate_series(1, 10000) i where delivery_id = '%1$s'""";
        database.execute(more.formatted(id));

        recover(since, 200).body("recovered", equalTo(10_000)).body("more", equalTo(true));
        recover(since, 200).body("recovered", equalTo(1)).body("more", equalTo(false));
    }

    private ValidatableResponse recover(Instant since, int status) {
        return asPartner(partnerId)
                .body("{\"since\": \"%s\"}".formatted(since))
                .post(here("/recovery"))
                .then()
                .statusCode(status);
    }

    @Test
    void is_not_there_for_another_partner() {
        String id = sent();
        String other = TheService.newPartner();

        asPartner(other).get("/v1/deliveries/" + id).then().statusCode(404);
        asPartner(other).post("/v1/deliveries/" + id + "/redelivery").then().statusCode(404);
        asPartner(other).get(here("/deliveries")).then().statusCode(404);
        asPartner(other).get(path(other, endpointId) + "/deliveries").then().statusCode(404);
        as("operator").get("/v1/deliveries/" + id).then().statusCode(200);
        as("operator").get("/v1/deliveries/" + TheLog.newId()).then().statusCode(404);
    }

    @Test
    void is_of_a_type_of_the_public_catalogue() throws IOException {
        JsonPath catalogue = given().get("/v1/event-types")
                .then()
                .statusCode(200)
                .body("items", hasSize(8))
                .extract()
                .jsonPath();
        for (int i = 0; i < 8; i++) {
            String type = catalogue.getString("items[%d].type".formatted(i));
            JsonPath sample = JsonPath.from(new String(Contracts.webhook(type, "v1.sample.json")));
            assertThat(catalogue.getMap("items[%d].sample".formatted(i)))
                    .isEqualTo(sample.getMap(""));
            assertThat(catalogue.getString("items[%d].schema".formatted(i)))
                    .isEqualTo(JsonPath.from(new String(Contracts.webhook(type, "v1.schema.json")))
                            .getString("$id"));
        }
    }
}
