package org.commonfold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@DisplayName("The AsyncAPI document")
class AsyncApiTest {

    private static final String REJECTED = "RejectedRecord";

    private static final JsonNode DOCUMENT =
            Documents.read(Documents.ROOT.resolve("asyncapi").resolve("commonfold.yaml"));

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<Event> events() {
        return Event.all();
    }

    @Test
    void has_a_channel_for_each_topic_with_its_events_and_no_others() {
        assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(names(DOCUMENT.path("channels")))
                .containsExactly("commonsLog", "commonsLogRejected", "payoutLog");
        assertThat(messagesOn("commonsLog", "commons.log"))
                .containsExactlyElementsOf(Event.COMMONS_LOG);
        assertThat(messagesOn("payoutLog", "payout.log"))
                .containsExactlyElementsOf(Event.PAYOUT_LOG);
        assertThat(messagesOn("commonsLogRejected", "commons.log.rejected"))
                .containsExactly(REJECTED);
    }

    @Test
    void describes_every_message_once() {
        List<String> expected = new ArrayList<>(Event.COMMONS_LOG);
        expected.addAll(Event.PAYOUT_LOG);
        expected.add(REJECTED);

        assertThat(names(DOCUMENT.at("/components/messages")))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void lets_exactly_one_service_send_each_event() {
        List<String> sent = new ArrayList<>();
        for (JsonNode operation : DOCUMENT.path("operations")) {
            if (operation.path("action").asText().equals("send")) {
                operation.path("messages").forEach(one -> sent.add(lastName(one)));
            }
        }
        assertThat(sent)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(names(DOCUMENT.at("/components/messages")));
    }

    @Test
    void has_an_operation_for_each_of_the_four_services() {
        List<String> services = names(DOCUMENT.path("operations")).stream()
                .map(name -> name.replaceAll("Service.*", ""))
                .distinct()
                .toList();

        assertThat(services).containsExactly("contribution", "rating", "revenue", "payout");
    }

    @Test
    void refers_only_to_what_is_there() {
        for (JsonNode reference : DOCUMENT.findValues("$ref")) {
            String target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(DOCUMENT.at(target.substring(1)).isMissingNode())
                        .as(target)
                        .isFalse();
            } else {
                assertThat(Documents.ROOT.resolve("asyncapi").resolve(target)).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void takes_the_data_of_an_event_from_its_schema(Event event) {
        assertThat(message(event).at("/payload/$ref").asText())
                .isEqualTo("../events/" + event.name() + "/v1.schema.json");
        assertThat(message(event).path("name").asText())
                .isEqualTo("org.commonfold." + event.name() + ".v1");
    }

    @ParameterizedTest
    @MethodSource("events")
    void says_by_which_field_the_record_of_an_event_is_keyed(Event event) {
        String key = message(event).at("/bindings/kafka/key/$ref").asText();

        assertThat(event.schema().path("required").toString())
                .contains('"' + key.replace("#/components/schemas/", "") + '"');
        assertThat(Event.COMMONS_LOG.contains(event.name())).isEqualTo(key.endsWith("/commonsId"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void shows_an_event_by_its_golden_sample_in_a_true_envelope(Event event) {
        JsonNode example = message(event).at("/examples/0");
        JsonNode headers = example.path("headers");

        assertThat(example.path("payload")).isEqualTo(event.full());
        assertThat(headerErrors(event.name(), headers)).isEmpty();
        assertThat(headers.path("ce_dataschema")).isEqualTo(event.schema().path("$id"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void refuses_an_envelope_without_one_of_its_attributes_or_of_another_event(Event event) {
        ObjectNode headers = (ObjectNode) message(event).at("/examples/0/headers");

        for (JsonNode name : DOCUMENT.at("/components/schemas/cloudEvent/required")) {
            assertThat(headerErrors(event.name(), headers.deepCopy().without(name.asText())))
                    .as("without %s", name)
                    .isNotEmpty();
        }
        ObjectNode another = headers.deepCopy().put("ce_type", "org.commonfold.Another.v1");
        assertThat(headerErrors(event.name(), another)).isNotEmpty();
    }

    @Test
    void shows_a_rejected_record_with_its_place_and_the_reason() {
        ObjectNode headers =
                (ObjectNode) DOCUMENT.at("/components/messages/RejectedRecord/examples/0/headers");

        assertThat(headerErrors(REJECTED, headers)).isEmpty();
        for (String name : List.of("topic", "partition", "offset", "reason")) {
            assertThat(headerErrors(REJECTED, headers.deepCopy().without("rejected-" + name)))
                    .as("without rejected-%s", name)
                    .isNotEmpty();
        }
    }

    private static List<String> messagesOn(String channel, String topic) {
        JsonNode described = DOCUMENT.at("/channels/" + channel);
        assertThat(described.path("address").asText()).isEqualTo(topic);
        assertThat(described.at("/bindings/kafka/partitions").asInt()).isEqualTo(12);
        for (Map.Entry<String, JsonNode> one : described.path("messages").properties()) {
            assertThat(lastName(one.getValue())).isEqualTo(one.getKey());
        }
        return names(described.path("messages"));
    }

    private static JsonNode message(Event event) {
        return DOCUMENT.at("/components/messages/" + event.name());
    }

    /** Validates headers by the document's own schemas, which stand in its components. */
    private static List<Error> headerErrors(String message, JsonNode headers) {
        ObjectNode schema =
                DOCUMENT.at("/components/messages/" + message + "/headers").deepCopy();
        schema.set("components", DOCUMENT.path("components"));
        return SCHEMAS.getSchema(schema).validate(headers);
    }

    private static String lastName(JsonNode reference) {
        String target = reference.path("$ref").asText();
        return target.substring(target.lastIndexOf('/') + 1);
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
