package org.commonfold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@DisplayName("The schema of an event")
class EventSchemaTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private static final Schema DIALECT_SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12)
            .getSchema(SchemaLocation.of(DIALECT));

    static List<Event> events() {
        return Event.all();
    }

    @Test
    void is_there_for_every_event_of_both_topics_and_for_no_other() {
        List<String> expected = Stream.of(Event.COMMONS_LOG, Event.PAYOUT_LOG)
                .flatMap(List::stream)
                .toList();

        assertThat(Documents.names(Event.DIRECTORY)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("events")
    void has_its_two_golden_samples_beside_it(Event event) {
        assertThat(Documents.names(Event.DIRECTORY.resolve(event.name())))
                .containsExactly("v1.full.json", "v1.minimal.json", "v1.schema.json");
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_valid_json_schema_2020_12(Event event) {
        assertThat(event.schema().path("$schema").asText()).isEqualTo(DIALECT);
        assertThat(DIALECT_SCHEMA.validate(event.schema())).isEmpty();
    }

    @Test
    void would_not_pass_as_valid_with_a_keyword_misused() {
        JsonNode broken = Mutations.with(
                Event.all().get(0).schema(), "/type", Event.all().get(0).minimal());

        assertThat(DIALECT_SCHEMA.validate(broken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void is_identified_by_its_place(Event event) {
        assertThat(event.schema().path("$id").asText())
                .isEqualTo("https://commonfold.org/contracts/events/" + event.name()
                        + "/v1.schema.json");
        assertThat(event.schema().path("title").asText()).isEqualTo(event.name());
    }

    @ParameterizedTest
    @MethodSource("events")
    void describes_every_field(Event event) {
        List<String> undescribed = new ArrayList<>();
        collectUndescribed(event, event.schema(), "", undescribed);

        assertThat(undescribed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void lets_fields_be_added(Event event) {
        JsonNode extended =
                Mutations.with(event.minimal(), "/unheardOf", event.minimal().deepCopy());

        assertThat(event.errors(extended)).isEmpty();
    }

    /** Each schema stands alone: a reader needs one file. What they share must not drift apart. */
    @Test
    void means_the_same_by_a_shared_definition_as_all_others() {
        Map<String, JsonNode> definitions = new HashMap<>();
        for (Event event : Event.all()) {
            for (Map.Entry<String, JsonNode> one : event.schema().path("$defs").properties()) {
                JsonNode first = definitions.putIfAbsent(one.getKey(), one.getValue());
                if (first != null) {
                    assertThat(one.getValue())
                            .as("%s of %s", one.getKey(), event)
                            .isEqualTo(first);
                }
            }
        }
        assertThat(definitions).containsKeys("id", "contributorId", "amount", "charter", "time");
    }

    private static void collectUndescribed(
            Event event, JsonNode schema, String place, List<String> undescribed) {
        JsonNode resolved = event.resolve(schema);
        if (!schema.has("description") && !resolved.has("description")) {
            undescribed.add(place);
        }
        collectUndescribedFields(event, resolved, place, undescribed);
        if (resolved.has("items")) {
            collectUndescribedFields(event, resolved.path("items"), place + "/*", undescribed);
        }
    }

    private static void collectUndescribedFields(
            Event event, JsonNode schema, String place, List<String> undescribed) {
        JsonNode properties = event.resolve(schema).path("properties");
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            collectUndescribed(event, field.getValue(), place + "/" + field.getKey(), undescribed);
        }
    }
}
