package org.commonfold.system.observability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All that a service has written to standard output so far. */
final class LogLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LogLines() {}

    /** One line; its ids are those of its {@code mdc}. */
    record Line(String raw, JsonNode json) {

        String text(String field) {
            return json.path(field).asText();
        }

        String id(String name) {
            return json.path("mdc").path(name).asText();
        }

        boolean carries(Map<String, String> ids) {
            return ids.entrySet().stream().allMatch(id -> id(id.getKey()).equals(id.getValue()));
        }

        /** The line as it stands there, and all its texts as they were before that. */
        String everything() {
            return raw + '\n' + String.join("\n", texts(json).toList());
        }

        private static Stream<String> texts(JsonNode node) {
            return node.isContainerNode()
                    ? StreamSupport.stream(node.spliterator(), false).flatMap(Line::texts)
                    : Stream.of(node.asText());
        }
    }

    /** Fails unless each line is one JSON object. */
    static List<Line> of(RunningService service) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : service.log().split("\n")) {
            try {
                JsonNode json = JSON.readTree(line);
                if (!json.isObject()) {
                    throw new AssertionError(service.name() + " logged: " + line);
                }
                lines.add(new Line(line, json));
            } catch (JsonProcessingException notJson) {
                throw new AssertionError(service.name() + " logged: " + line, notJson);
            }
        }
        return lines;
    }
}
