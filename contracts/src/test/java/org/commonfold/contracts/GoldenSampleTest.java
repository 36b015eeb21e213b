package org.commonfold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@DisplayName("The golden samples of an event")
class GoldenSampleTest {

    static List<Event> events() {
        return Event.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void satisfy_its_schema(Event event) {
        assertThat(event.errors(event.minimal())).isEmpty();
        assertThat(event.errors(event.full())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void are_two_different_ones(Event event) {
        assertThat(event.full()).isNotEqualTo(event.minimal());
    }

    @ParameterizedTest
    @MethodSource("events")
    void show_exactly_the_required_fields_at_the_least(Event event) {
        assertThat(fieldNames(event.minimal())).containsExactlyElementsOf(required(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void show_every_field_at_the_most(Event event) {
        JsonNode properties = event.schema().path("properties");

        assertThat(fieldNames(event.full())).containsExactlyElementsOf(fieldNames(properties));
    }

    @ParameterizedTest
    @MethodSource("events")
    void bear_the_optional_fields_of_the_schema_only_in_the_full_one(Event event) {
        List<String> optional = new ArrayList<>(fieldNames(event.schema().path("properties")));
        optional.removeAll(required(event));

        for (String field : optional) {
            assertThat(event.errors(Mutations.without(event.full(), "/" + field)))
                    .as("without %s", field)
                    .isEmpty();
        }
    }

    private static List<String> required(Event event) {
        List<String> names = new ArrayList<>();
        event.schema().path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
