package org.commonfold.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonfold.revenue.TheLog.header;
import static org.commonfold.revenue.TheService.annul;
import static org.commonfold.revenue.TheService.as;
import static org.commonfold.revenue.TheService.asPartner;
import static org.commonfold.revenue.TheService.declaration;
import static org.commonfold.revenue.TheService.declarationOf;
import static org.commonfold.revenue.TheService.declare;
import static org.commonfold.revenue.TheService.newReference;
import static org.commonfold.revenue.TheService.read;
import static org.commonfold.revenue.TheService.receive;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.kit.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@DisplayName("The main job of revenue-service")
class MainJobIT {

    private String commonsId;
    private String partnerId;

    @BeforeEach
    void a_commons_and_a_partner() {
        commonsId = TheLog.foundCommons();
        partnerId = TheService.newPartner();
        TheService.awaitKnown(commonsId);
    }

    private String declared(String euros) {
        return declare(partnerId, commonsId, declaration(euros, newReference()))
                .statusCode(201)
                .extract()
                .path("revenueId");
    }

    @Test
    void a_partner_is_registered_and_read_back_by_itself() {
        asPartner(partnerId)
                .get("/v1/partners/" + partnerId)
                .then()
                .statusCode(200)
                .body("partnerId", equalTo(partnerId))
                .body("name", equalTo("Acme"))
                .body("registeredAt", notNullValue());
    }

    @Test
    void a_revenue_is_declared_for_what_was_used_and_read_back() {
        String contributionId = TheLog.publish(commonsId);
        TheService.awaitRead(partnerId, commonsId);
        String reference = newReference();

        ValidatableResponse answer =
                declare(partnerId, commonsId, declarationOf(contributionId, reference));
        String revenueId = answer.statusCode(201).extract().path("revenueId");
        answer.header("Location", endsWith("/v1/revenues/" + revenueId))
                .header("ETag", "\"1\"")
                .header("Idempotency-Replayed", nullValue());
        asPartner(partnerId)
                .get("/v1/revenues/" + revenueId)
                .then()
                .statusCode(200)
                .body("commonsId", equalTo(commonsId))
                .body("partnerId", equalTo(partnerId))
                .body("amount.value", equalTo("12.50"))
                .body("amount.currency", equalTo("EUR"))
                .body("period.from", equalTo("2017-01-01"))
                .body("period.to", equalTo("2017-01-31"))
                .body("usage.contributionId", contains(contributionId))
                .body("usage.weight", contains(3))
                .body("reference", equalTo(reference))
                .body("state", equalTo("declared"))
                .body("received.value", equalTo("0.00"));
    }

    @Test
    void a_revenue_is_received_in_parts_until_nothing_is_owed() {
        String id = declared("12.50");

        receive(id, "12.49", "transfer 1")
                .statusCode(201)
                .body("receiptId", notNullValue())
                .body("revenueId", equalTo(id))
                .body("amount.value", equalTo("12.49"))
                .body("reference", equalTo("transfer 1"))
                .body("receivedAt", notNullValue());
        read(id).body("state", equalTo("part-received")).body("received.value", equalTo("12.49"));
        receive(id, "0.02", "transfer 2")
                .statusCode(422)
                .body("type", equalTo("/problems/receipt-exceeds-debt"));
        receive(id, "0.01", "transfer 2").statusCode(201);
        read(id).body("state", equalTo("received")).header("ETag", "\"3\"");
        annul(id).statusCode(409).body("type", equalTo("/problems/revenue-received"));
        assertThat(TheLog.writtenByUs(commonsId, 3)).hasSize(3);
    }

    @Test
    void a_voided_revenue_takes_no_more_receipts_but_keeps_those_it_had() {
        String id = declared("12.50");
        String receiptId = receive(id, "2.50", "transfer 1").extract().path("receiptId");

        annul(id)
                .statusCode(200)
                .body("state", equalTo("voided"))
                .body("received.value", equalTo("2.50"))
                .header("ETag", "\"3\"");
        receive(id, "1.00", "transfer 2")
                .statusCode(409)
                .body("type", equalTo("/problems/revenue-voided"));
        receive(id, "2.50", "transfer 1").statusCode(201).body("receiptId", equalTo(receiptId));
        annul(id).statusCode(200).body("state", equalTo("voided")).header("ETag", "\"3\"");
        assertThat(TheLog.writtenByUs(commonsId, 3)).hasSize(3);
    }

    @Test
    void a_reference_gives_the_first_answer_again_and_means_nothing_else() {
        String reference = newReference();
        String first = declare(partnerId, commonsId, declaration("12.50", reference))
                .statusCode(201)
                .extract()
                .asString();
        String id = JsonPath.from(first).getString("revenueId");
        receive(id, "2.50", "transfer 1").statusCode(201);

        String again = declare(partnerId, commonsId, declaration("12.5", reference))
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", endsWith(id))
                .extract()
                .asString();
        declare(partnerId, commonsId, declaration("12.51", reference))
                .statusCode(409)
                .body("type", equalTo("/problems/reference-reused"));
        declare(TheService.newPartner(), commonsId, declaration("12.51", reference))
                .statusCode(201);
        assertThat(JsonPath.from(again).getMap(""))
                .isEqualTo(JsonPath.from(first).getMap(""));
    }

    @Test
    void a_receipts_reference_gives_the_first_answer_again_and_means_nothing_else() {
        String id = declared("12.50");
        String receiptId = receive(id, "2.50", "transfer 1").extract().path("receiptId");

        receive(id, "2.5", "transfer 1")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("receiptId", equalTo(receiptId));
        receive(id, "2.51", "transfer 1")
                .statusCode(409)
                .body("type", equalTo("/problems/reference-reused"));
        read(id).body("received.value", equalTo("2.50"));
    }

    @Test
    void a_declaration_sent_many_times_at_once_is_recorded_once() {
        String body = declaration("12.50", newReference());
        List<CompletableFuture<String>> answers = IntStream.range(0, 8)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> declare(partnerId, commonsId, body)
                                .statusCode(201)
                                .extract()
                                .<String>path("revenueId")))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(TheLog.writtenByUs(commonsId, 1)).hasSize(1);
    }

    @Test
    void receipts_at_once_never_exceed_what_is_owed() {
        String id = declared("10.00");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> receive(id, "3.00", "transfer " + i).extract().statusCode()))
                .toList();
        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();

        assertThat(statuses).containsExactly(201, 201, 201, 422, 422, 422, 422, 422);
        read(id).body("received.value", equalTo("9.00"));
    }

    @Test
    void an_idempotency_key_gives_the_first_answer_to_the_letter() {
        String body = declaration("12.50", newReference());
        String path = "/v1/commons/" + commonsId + "/revenues";
        String first = asPartner(partnerId)
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(path)
                .asString();

        asPartner(partnerId)
                .header("Idempotency-Key", "k1")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        asPartner(partnerId)
                .header("Idempotency-Key", "k1")
                .body(declaration("12.50", newReference()))
                .post(path)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void a_list_shows_a_partner_its_own_and_a_treasurer_all() {
        String first = declared("1.00");
        String second = declared("2.00");
        String other = TheService.newPartner();
        String others = declare(other, commonsId, declaration("3.00", newReference()))
                .extract()
                .path("revenueId");
        String path = "/v1/commons/" + commonsId + "/revenues";

        asPartner(partnerId).get(path).then().body("items.revenueId", contains(first, second));
        asPartner(other).get(path).then().body("items.revenueId", contains(others));
        as("operator").get(path).then().body("items.revenueId", contains(first, second, others));
        String next = as("treasurer")
                .get(path + "?limit=2")
                .then()
                .body("items.revenueId", contains(first, second))
                .header("Link", notNullValue())
                .extract()
                .path("next");
        as("treasurer")
                .get(path + "?limit=2&cursor=" + next)
                .then()
                .body("items.revenueId", contains(others))
                .body("next", nullValue());
    }

    @Test
    void what_happened_is_written_to_the_log() throws IOException {
        String contributionId = TheLog.publish(commonsId);
        TheService.awaitRead(partnerId, commonsId);
        String reference = newReference();
        String id = declare(partnerId, commonsId, declarationOf(contributionId, reference))
                .extract()
                .path("revenueId");
        receive(id, "2.5", "transfer 1");
        annul(id);

        List<ConsumerRecord<String, String>> records = TheLog.writtenByUs(commonsId, 4).stream()
                .filter(record -> id.equals(header(record, "ce_subject")))
                .toList();
        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly(
                        "org.commonfold.RevenueDeclared.v1",
                        "org.commonfold.RevenueReceived.v1",
                        "org.commonfold.RevenueVoided.v1");
        for (ConsumerRecord<String, String> record : records) {
            String event = header(record, "ce_type").split("\\.")[2];
            byte[] data = record.value().getBytes(StandardCharsets.UTF_8);
            assertThat(Contracts.violations(event, data)).isEmpty();
        }
        ConsumerRecord<String, String> declared = records.get(0);
        assertThat(declared.key()).isEqualTo(commonsId);
        assertThat(header(declared, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(declared, "content-type")).isEqualTo("application/json");
        assertThat(header(declared, "ce_dataschema"))
                .isEqualTo(
                        "https://commonfold.org/contracts/events/RevenueDeclared/v1.schema.json");
        assertThat(UUID.fromString(header(declared, "ce_id")).version()).isEqualTo(7);
        JsonPath data = JsonPath.from(declared.value());
        assertThat(data.getString("amount.value")).isEqualTo("12.50");
        assertThat(data.getString("usage[0].contributionId")).isEqualTo(contributionId);
        assertThat(data.getString("reference")).isEqualTo(reference);
        assertThat(data.getString("period.to")).isEqualTo("2017-01-31");
        assertThat(JsonPath.from(records.get(1).value()).getString("amount.value"))
                .isEqualTo("2.50");
        assertThat(JsonPath.from(records.get(2).value()).getString("revenueId")).isEqualTo(id);
    }

    @Test
    void work_of_another_commons_or_of_none_cannot_be_named() {
        String elsewhere = TheLog.foundCommons();
        String foreign = TheLog.publish(elsewhere);
        String unfounded = TheLog.newId();
        String homeless = TheLog.publish(unfounded);
        TheService.awaitRead(partnerId, elsewhere);

        for (String id : List.of(foreign, homeless, TheLog.newId())) {
            declare(partnerId, commonsId, declarationOf(id, newReference()))
                    .statusCode(422)
                    .header("Retry-After", "1")
                    .body("type", equalTo("/problems/unknown-contribution"));
        }
        declare(partnerId, unfounded, declarationOf(homeless, newReference()))
                .statusCode(404)
                .header("Retry-After", "1");
    }

    @Test
    void what_cannot_be_read_from_the_log_is_passed_over() {
        String poison = "\\u0000";
        TheLog.send("CommonsFounded", commonsId, "{");
        TheLog.send("CommonsFounded", commonsId, "[]");
        TheLog.send("CommonsFounded", poison, "{\"commonsId\": \"" + poison + "\"}");
        TheLog.send("CommonsFounded", "\0", TheLog.newId(), "\0");
        TheLog.send("ContributionPublished", commonsId, TheLog.published(commonsId, poison));
        TheLog.send("ContributionPublished", commonsId, TheLog.published(commonsId, "12"));
        String misfiled = TheLog.newId();
        String other = TheLog.newId();
        TheLog.send("ContributionPublished", commonsId, TheLog.published(other, misfiled));
        TheLog.send("SomethingElse", commonsId, "{\"commonsId\": 5}");

        String twice = TheLog.newId();
        String eventId = TheLog.newId();
        for (int i = 0; i < 3; i++) {
            String published = TheLog.published(commonsId, twice);
            TheLog.send("ContributionPublished", eventId, commonsId, published);
            TheLog.send("ContributionPublished", commonsId, published);
        }
        TheService.awaitRead(partnerId, commonsId);
        declare(partnerId, commonsId, declarationOf(twice, newReference())).statusCode(201);
        declare(partnerId, commonsId, declarationOf(misfiled, newReference())).statusCode(422);
    }

    @Test
    void a_commons_without_revenue_has_an_empty_list() {
        as("treasurer")
                .get("/v1/commons/" + commonsId + "/revenues")
                .then()
                .body("items", empty())
                .body("items", hasSize(0));
    }
}
