package org.commonfold.revenue.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.commonfold.kit.eventstore.RecordHeaders;
import org.commonfold.kit.projection.LogRecord;
import org.commonfold.revenue.Contracts;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.delivery.domain.EventType;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.delivery.domain.Message;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.messaging.UnreadableRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

@DisplayName("What partners are sent")
class MessagesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final JsonMessageWriter writer = new JsonMessageWriter();

    private static LogRecord record(String event, byte[] data) throws IOException {
        String key = event.equals("RevenueDistributed") ? "revenueId" : "commonsId";
        return record(event, JSON.readTree(data).path(key).asText(), data);
    }

    private static LogRecord record(String event, String key, byte[] data) {
        RecordHeaders headers = new RecordHeaders()
                .add("ce_id", "0198c0de-0000-7000-8000-0000000000e9")
                .add("ce_type", "org.commonfold." + event + ".v1");
        return new LogRecord(
                "commons.log",
                0,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                headers,
                data,
                Instant.EPOCH);
    }

    private static void assertKept(Message message) throws IOException {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        String type = message.type().wireName();
        assertThat(body).hasSizeLessThanOrEqualTo(20_000);
        assertThat(Contracts.violationsOfBody(type, body)).as(message.body()).isEmpty();
        // The schema would tell: a body is of one type, with its data.
        ObjectNode less = (ObjectNode) JSON.readTree(body);
        ((ObjectNode) less.path("data")).remove("link");
        assertThat(Contracts.violationsOfBody(type, JSON.writeValueAsBytes(less)))
                .isNotEmpty();
        ObjectNode other = ((ObjectNode) JSON.readTree(body)).put("type", "x.y");
        assertThat(Contracts.violationsOfBody(type, JSON.writeValueAsBytes(other)))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ContributionPublished, contribution.published",
        "ContributionRevised,   contribution.revised",
        "ContributionWithdrawn, contribution.withdrawn",
        "RevenueDeclared,       revenue.declared",
        "RevenueReceived,       revenue.received",
        "RevenueVoided,         revenue.voided",
        "RevenueDistributed,    revenue.distributed"
    })
    void is_by_its_schema_for_every_sample_of_the_log(String event, String type)
            throws IOException {
        for (String sample : List.of("v1.minimal.json", "v1.full.json")) {
            LogRecord record = record(event, Contracts.document(event, sample));
            EventType found = CatalogueRecords.typeOf(record).orElseThrow();

            assertThat(found.wireName()).isEqualTo(type);
            assertKept(CatalogueRecords.message(found, record));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ContributionPublished, contribution.published",
        "ContributionRevised,   contribution.revised",
        "ContributionWithdrawn, contribution.withdrawn",
        "RevenueDeclared,       revenue.declared",
        "RevenueReceived,       revenue.received",
        "RevenueVoided,         revenue.voided",
        "RevenueDistributed,    revenue.distributed"
    })
    void is_to_the_field_the_sample_of_the_catalogue(String event, String type) throws IOException {
        LogRecord record = record(event, Contracts.document(event, "v1.full.json"));
        Message message = CatalogueRecords.message(EventType.named(type).orElseThrow(), record);

        assertThat(JSON.readTree(message.body()))
                .isEqualTo(JSON.readTree(Contracts.webhook(type, "v1.sample.json")));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void has_a_sample_by_its_schema_also_as_a_test(EventType type) throws IOException {
        assertThat(Contracts.violationsOfBody(
                        type.wireName(), Contracts.webhook(type.wireName(), "v1.sample.json")))
                .isEmpty();
        Message test = writer.test("m1", type, endpoint(), NOON);
        assertKept(test);
        assertThat(JSON.readTree(test.body()).path("test").asBoolean()).isTrue();
        assertThat(JSON.readTree(test.body()).path("timestamp").asText())
                .isEqualTo("2026-11-23T12:00:00Z");
    }

    private static Endpoint endpoint() {
        return Endpoint.created(
                new EndpointId(new UUID(1, 1)),
                new PartnerId(new UUID(2, 1)),
                new EndpointSettings(
                        "https://example.org/" + "a".repeat(2_028),
                        null,
                        List.of(new EventTypePattern("*")),
                        List.of(),
                        false),
                NOON);
    }

    @Test
    void tells_of_an_endpoint_that_was_disabled() throws IOException {
        assertKept(writer.endpointDisabled("m1", endpoint().disabled("gone", NOON)));
        assertKept(writer.endpointDisabled("m2", endpoint().disabled("failing", NOON)));
    }

    @Test
    void tells_no_more_than_where_to_read_a_declaration_of_very_many_works() throws IOException {
        ObjectNode data =
                (ObjectNode) JSON.readTree(Contracts.document("RevenueDeclared", "v1.full.json"));
        var usage = data.putArray("usage");
        for (int i = 0; i < 500; i++) {
            usage.addObject().put("contributionId", new UUID(7, i).toString()).put("weight", 1);
        }

        Message message = CatalogueRecords.message(
                EventType.REVENUE_DECLARED,
                record("RevenueDeclared", JSON.writeValueAsBytes(data)));

        assertKept(message);
        assertThat(JSON.readTree(message.body()).at("/data/thin").asBoolean()).isTrue();
        assertThat(JSON.readTree(message.body()).at("/data/usage").isMissingNode())
                .isTrue();
        assertThat(JSON.readTree(message.body()).at("/data/link").asText())
                .startsWith("/v1/revenues/");
    }

    @Test
    void is_whole_up_to_twenty_thousand_bytes() throws IOException {
        int bytes = published(0).body().getBytes(StandardCharsets.UTF_8).length;

        Message longest = published(20_000 - bytes);
        Message tooLong = published(20_001 - bytes);
        assertThat(longest.body().getBytes(StandardCharsets.UTF_8)).hasSize(20_000);
        assertThat(longest.body()).doesNotContain("thin");
        assertThat(JSON.readTree(tooLong.body()).at("/data/thin").asBoolean()).isTrue();
    }

    /** With so many bytes more: some of them in characters of two. */
    private static Message published(int moreBytes) throws IOException {
        byte[] bytes = Contracts.document("ContributionPublished", "v1.full.json");
        ObjectNode data = (ObjectNode) JSON.readTree(bytes);
        String title = data.path("title").asText()
                + "\u00e9".repeat(moreBytes / 4)
                + "a".repeat(moreBytes - moreBytes / 4 * 2);
        data.put("title", title);
        return CatalogueRecords.message(
                EventType.CONTRIBUTION_PUBLISHED,
                record("ContributionPublished", JSON.writeValueAsBytes(data)));
    }

    @ParameterizedTest
    @CsvSource({
        "ContributionPublished, v1.full.json, title",
        "ContributionPublished, v1.full.json, authors",
        "ContributionRevised, v1.full.json, version",
        "ContributionWithdrawn, v1.full.json, withdrawnAt",
        "RevenueDeclared, v1.full.json, period",
        "RevenueReceived, v1.full.json, amount",
        "RevenueVoided, v1.full.json, revenueId",
        "RevenueDistributed, v1.full.json, contributors"
    })
    void is_nothing_when_a_record_is_not_what_its_type_says(
            String event, String sample, String required) throws IOException {
        byte[] bytes = Contracts.document(event, sample);
        ObjectNode data = (ObjectNode) JSON.readTree(bytes);
        LogRecord whole = record(event, bytes);
        EventType type = CatalogueRecords.typeOf(whole).orElseThrow();
        byte[] less = JSON.writeValueAsBytes(data.deepCopy().without(required));
        byte[] truncated = Arrays.copyOf(bytes, bytes.length / 2);

        for (LogRecord broken : List.of(
                record(event, whole.keyText(), less),
                record(event, whole.keyText(), truncated),
                record(event, "another key", bytes),
                record(event, whole.keyText(), null))) {
            assertThatThrownBy(() -> CatalogueRecords.message(type, broken))
                    .isInstanceOf(UnreadableRecord.class);
        }
        byte[] more = JSON.writeValueAsBytes(data.put("unknown", "field"));
        assertThat(CatalogueRecords.message(type, record(event, more)).body())
                .isEqualTo(CatalogueRecords.message(type, whole).body());
    }
}
