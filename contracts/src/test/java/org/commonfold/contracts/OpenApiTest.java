package org.commonfold.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

@DisplayName("The OpenAPI documents: every operation")
class OpenApiTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Without 414, which the server gives before anything of ours is asked, and without a body. */
    private static final String PROBLEMS = "(?!414)[45]..";

    private static final String OURS = "2..|" + PROBLEMS;

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** An operation and the document it stands in. */
    record Operation(String service, String name, JsonNode document, JsonNode content) {

        Stream<Map.Entry<String, JsonNode>> answers(String statuses) {
            return content.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().matches(statuses))
                    .map(answer -> Map.entry(answer.getKey(), resolved(answer.getValue())));
        }

        JsonNode resolved(JsonNode part) {
            return part.has("$ref") ? document.at(part.path("$ref").asText().substring(1)) : part;
        }

        /** With the whole document at hand, since schemas refer to others of its components. */
        List<Error> errors(JsonNode schema, JsonNode example) {
            ObjectNode alone = schema.deepCopy();
            alone.set("components", document.path("components"));
            return SCHEMAS.getSchema(alone)
                    .validate(
                            example,
                            run -> run.executionConfig(
                                    config -> config.formatAssertionsEnabled(true)));
        }

        @Override
        public String toString() {
            return service + ": " + name;
        }
    }

    static Stream<Operation> operations() {
        return Stream.of("contribution-service", "rating-service").flatMap(OpenApiTest::operations);
    }

    private static Stream<Operation> operations(String service) {
        JsonNode document =
                Documents.read(Documents.ROOT.resolve("openapi").resolve(service + ".yaml"));
        return document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(one -> METHODS.contains(one.getKey()))
                        .map(one -> new Operation(
                                service,
                                one.getKey() + " " + path.getKey(),
                                document,
                                one.getValue())));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void says_what_it_is_and_who_may_call_it(Operation operation) {
        for (String field : List.of("operationId", "summary")) {
            assertThat(operation.content().path(field).asText()).as(field).isNotBlank();
        }
        assertThat(operation.content().path("tags")).hasSize(1);
        assertThat(operation.content().path("security").isArray())
                .as("its security, or an explicit none")
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void documents_its_refusals_as_problems(Operation operation) {
        List<String> statuses = operation.answers("4..").map(Map.Entry::getKey).toList();
        assertThat(statuses).contains("406", "429");
        if (!operation.content().path("security").isEmpty()) {
            assertThat(statuses).contains("401", "403");
        }
        if (operation.content().has("requestBody")) {
            assertThat(statuses).contains("400", "413", "415");
        }
        operation
                .answers(PROBLEMS)
                .forEach(answer -> assertThat(answer.getValue()
                                .at("/content/application~1problem+json/schema/$ref"))
                        .as(answer.getKey())
                        .hasToString("\"#/components/schemas/Problem\""));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describes_the_headers_of_its_answers(Operation operation) {
        operation.answers(OURS).forEach(answer -> {
            JsonNode headers = answer.getValue().path("headers");
            assertThat(headers).as(answer.getKey()).isNotEmpty();
            headers.forEach(header -> assertThat(
                            operation.resolved(header).path("description").asText())
                    .isNotBlank());
        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void has_an_example_of_each_parameter(Operation operation) {
        for (JsonNode parameter : operation.content().path("parameters")) {
            JsonNode example = parameter.path("example");
            assertThat(example.isMissingNode())
                    .as("%s lacks an example", parameter.path("name"))
                    .isFalse();
            assertThat(operation.errors(parameter.path("schema"), example))
                    .as("%s", parameter.path("name"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void has_an_example_of_each_body(Operation operation) {
        hasExamples(operation, "request", operation.content().path("requestBody"));
        operation.answers(OURS).forEach(answer -> {
            boolean hasBody = !answer.getKey().equals("204");
            assertThat(answer.getValue().has("content"))
                    .as("%s has a body", answer.getKey())
                    .isEqualTo(hasBody);
            hasExamples(operation, answer.getKey(), answer.getValue());
        });
    }

    private static void hasExamples(Operation operation, String of, JsonNode part) {
        for (JsonNode body : part.path("content")) {
            JsonNode named = body.path("examples").elements().hasNext()
                    ? body.path("examples").elements().next()
                    : MissingNode.getInstance();
            JsonNode example = body.path("example").isMissingNode()
                    ? operation.resolved(named).path("value")
                    : body.path("example");
            assertThat(example.isMissingNode()).as("%s lacks an example", of).isFalse();
            assertThat(operation.errors(body.path("schema"), example)).as(of).isEmpty();
        }
        if (part.has("content")) {
            assertThat(part.path("content")).as("%s: media types", of).isNotEmpty();
        }
    }
}
