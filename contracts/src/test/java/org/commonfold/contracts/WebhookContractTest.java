package org.commonfold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;

/** What partners are sent, as they read it: a schema of the whole body and a sample, by type. */
@DisplayName("The contract of a webhook")
class WebhookContractTest {

    private static final Path DIRECTORY = Documents.ROOT.resolve("webhooks");
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<String> types() {
        return Documents.names(DIRECTORY);
    }

    private static JsonNode schema(String type) {
        return Documents.read(DIRECTORY.resolve(type).resolve("v1.schema.json"));
    }

    private static JsonNode sample(String type) {
        return Documents.read(DIRECTORY.resolve(type).resolve("v1.sample.json"));
    }

    private static List<Error> errors(String type, JsonNode body) {
        Schema schema = SCHEMAS.getSchema(schema(type));
        return schema.validate(body);
    }

    @Test
    void is_there_for_every_type_of_the_catalogue_and_for_no_other() {
        assertThat(types())
                .containsExactly(
                        "contribution.published",
                        "contribution.revised",
                        "contribution.withdrawn",
                        "endpoint.disabled",
                        "revenue.declared",
                        "revenue.distributed",
                        "revenue.received",
                        "revenue.voided");
    }

    @ParameterizedTest
    @MethodSource("types")
    void is_a_valid_schema_under_its_id_with_a_sample(String type) {
        assertThat(Documents.names(DIRECTORY.resolve(type)))
                .containsExactly("v1.sample.json", "v1.schema.json");
        assertThat(schema(type).path("$schema").asText()).isEqualTo(DIALECT);
        assertThat(schema(type).path("$id").asText())
                .isEqualTo("https://commonfold.org/contracts/webhooks/" + type + "/v1.schema.json");
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(DIALECT)).validate(schema(type)))
                .isEmpty();
        assertThat(errors(type, sample(type))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void refuses_what_is_missing_or_of_another_kind(String type) {
        JsonNode sample = sample(type);
        List<String> places = Mutations.values(sample);

        assertThat(places).isNotEmpty();
        for (String place : places) {
            for (JsonNode wrong : List.of(NullNode.getInstance(), BooleanNode.FALSE)) {
                assertThat(errors(type, Mutations.with(sample, place, wrong)))
                        .as("%s: %s at %s", type, wrong, place)
                        .isNotEmpty();
            }
        }
        schema(type)
                .path("required")
                .forEach(field -> assertThat(
                                errors(type, Mutations.without(sample, "/" + field.asText())))
                        .as("%s without %s", type, field)
                        .isNotEmpty());
        schema(type)
                .at("/properties/data/required")
                .forEach(field -> assertThat(
                                errors(type, Mutations.without(sample, "/data/" + field.asText())))
                        .as("%s without data.%s", type, field)
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void refuses_another_type_and_half_of_the_data_that_does_not_say_so(String type) {
        JsonNode sample = sample(type);
        assertThat(errors(type, Mutations.with(sample, "/type", new TextNode("a.b"))))
                .isNotEmpty();

        JsonNode whole = schema(type).at("/properties/data/else/required");
        whole.forEach(field -> {
            JsonNode less = Mutations.without(sample, "/data/" + field.asText());
            assertThat(errors(type, less)).as("%s without %s", type, field).isNotEmpty();
        });
    }
}
