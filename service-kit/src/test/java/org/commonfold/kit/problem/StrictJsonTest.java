package org.commonfold.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkiverse.resteasy.problem.HttpProblem;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

@DisplayName("JSON of a request")
class StrictJsonTest {

    private record Part(Integer weight, String name) {}

    private record Whole(int count, Boolean open, List<Part> parts, Map<String, Integer> scores) {}

    private static final String FINE = """
            {"count": 1, "open": true, "parts": [{"weight": 2, "name": "x"}],
             "scores": {"a": 3}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void is_read_as_it_is_meant() throws JsonProcessingException {
        assertThat(JSON.readValue(FINE, Whole.class))
                .isEqualTo(new Whole(1, true, List.of(new Part(2, "x")), Map.of("a", 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1,|\"1\",|/count",
                "1,|1.0,|/count",
                "1,|1e0,|/count",
                "1,|null,|/count",
                "1,|true,|/count",
                "1,|2147483648,|/count",
                "true|\"true\"|/open",
                "true|1|/open",
                "2,|\"2\",|/parts/0/weight",
                "2,|2.5,|/parts/0/weight",
                "2,|\"\",|/parts/0/weight",
                "\"x\"|1|/parts/0/name",
                "\"x\"|1.5|/parts/0/name",
                "\"x\"|false|/parts/0/name",
                "\"x\"|[\"x\"]|/parts/0/name",
                "{\"a\": 3}|[]|/scores",
                "{\"a\": 3}|\"\"|/scores",
                "3|\"3\"|/scores/a",
                "[{|{\"b\": [{|/parts",
                "\"count\"|\"a~b/c\": 1, \"count\"|/a~0b~1c",
            })
    void of_the_wrong_type_is_refused_where_it_is(String fine, String bad, String pointer) {
        JsonProcessingException refusal = refusalOf(FINE.replace(fine, bad));

        HttpProblem problem = InvalidJson.problem(refusal);
        assertThat(problem.getType()).hasToString("/problems/invalid-request");
        assertThat(problem.getParameters().get("errors"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .extracting("pointer")
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "1,|01,",
                "1,|+1,",
                "1,|NaN,",
                "1,|1,,",
                "\"x\"|'\"x'",
                "{\"a\": 3}}|{\"a\": 3}",
                "\"open\"|open",
                "\"count\": 1|\"count\": 1, \"count\": 1",
            })
    void that_is_none_is_malformed(String fine, String bad) {
        HttpProblem problem = InvalidJson.problem(refusalOf(FINE.replace(fine, bad)));
        assertThat(problem.getType()).hasToString("/problems/malformed-json");
    }

    @Test
    void ends_where_it_ends() {
        assertThat(refusalOf(FINE + " {}")).isNotNull();
        assertThat(refusalOf(FINE + "]")).isNotNull();
    }

    private static JsonProcessingException refusalOf(String body) {
        JsonProcessingException refusal = catchThrowableOfType(
                JsonProcessingException.class, () -> JSON.readValue(body, Whole.class));
        assertThat(refusal).as(body).isNotNull();
        return refusal;
    }
}
