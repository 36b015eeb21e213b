package org.commonfold.contracts;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Ways to spoil a sample. Places are JSON pointers into the data. */
final class Mutations {

    private Mutations() {}

    /** Every field of a sample that its schema requires, at any depth. */
    static List<String> requiredFields(Event event, JsonNode sample) {
        List<String> found = new ArrayList<>();
        collect(event, event.schema(), sample, "", found);
        return found;
    }

    /** Every value of a sample, at any depth. */
    static List<String> values(JsonNode sample) {
        List<String> found = new ArrayList<>();
        collect(sample, "", found);
        return found;
    }

    static JsonNode without(JsonNode sample, String place) {
        JsonNode copy = sample.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        ((ObjectNode) copy.at(pointer.head())).remove(pointer.last().getMatchingProperty());
        return copy;
    }

    /** The sample with another value at a place that it has. */
    static JsonNode with(JsonNode sample, String place, JsonNode value) {
        JsonNode copy = sample.deepCopy();
        JsonPointer pointer = JsonPointer.compile(place);
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), value);
        }
        return copy;
    }

    private static void collect(
            Event event, JsonNode schema, JsonNode data, String place, List<String> found) {
        JsonNode resolved = event.resolve(schema);
        for (JsonNode field : resolved.path("required")) {
            found.add(place + "/" + field.asText());
        }
        for (Map.Entry<String, JsonNode> field : resolved.path("properties").properties()) {
            JsonNode value = data.path(field.getKey());
            collect(event, field.getValue(), value, place + "/" + field.getKey(), found);
        }
        for (int i = 0; resolved.has("items") && i < data.size(); i++) {
            collect(event, resolved.path("items"), data.get(i), place + "/" + i, found);
        }
    }

    private static void collect(JsonNode data, String place, List<String> found) {
        if (!place.isEmpty()) {
            found.add(place);
        }
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            collect(field.getValue(), place + "/" + field.getKey(), found);
        }
        if (data.isArray()) {
            int index = 0;
            for (Iterator<JsonNode> items = data.elements(); items.hasNext(); index++) {
                collect(items.next(), place + "/" + index, found);
            }
        }
    }
}
