package org.commonfold.payout.fold.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The fields of a JSON object, read strictly. An optional field that is null is absent. */
final class Fields {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final JsonNode object;

    Fields(JsonNode object) {
        if (!object.isObject()) {
            throw UnreadableField.of("the data", "an object");
        }
        this.object = object;
    }

    private JsonNode required(String name) {
        JsonNode field = object.get(name);
        if (field == null || field.isNull()) {
            throw UnreadableField.of(name, "there");
        }
        return field;
    }

    String text(String name) {
        JsonNode field = required(name);
        if (!field.isTextual()) {
            throw UnreadableField.of(name, "a string");
        }
        String text = field.textValue();
        // Half a character has no bytes of its own: what is kept of it would be another text.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw UnreadableField.of(name, "a text of whole characters");
        }
        return text;
    }

    /** An id of any kind: what is longer or has other characters is none of ours. */
    String id(String name) {
        String text = text(name);
        if (!ID.matcher(text).matches()) {
            throw UnreadableField.of(name, "an id");
        }
        return text;
    }

    long integer(String name) {
        return integer(name, required(name));
    }

    private static long integer(String name, JsonNode field) {
        if (!field.isIntegralNumber() || !field.canConvertToLong()) {
            throw UnreadableField.of(name, "an integer");
        }
        return field.longValue();
    }

    /** Integers beyond an int are in no range of ours: they become the int nearest to them. */
    int smallInteger(String name) {
        return clamp(integer(name));
    }

    private static int clamp(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    OptionalLong optionalInteger(String name) {
        return object.hasNonNull(name) ? OptionalLong.of(integer(name)) : OptionalLong.empty();
    }

    Fields object(String name) {
        return new Fields(required(name));
    }

    <T> List<T> list(String name, Function<Fields, T> item) {
        List<T> items = new ArrayList<>();
        for (JsonNode one : array(name)) {
            items.add(item.apply(new Fields(one)));
        }
        return items;
    }

    <T> List<T> optionalList(String name, Function<Fields, T> item) {
        return object.hasNonNull(name) ? list(name, item) : List.of();
    }

    List<Integer> integers(String name) {
        List<Integer> integers = new ArrayList<>();
        for (JsonNode one : array(name)) {
            integers.add(clamp(integer(name, one)));
        }
        return integers;
    }

    private JsonNode array(String name) {
        JsonNode field = required(name);
        if (!field.isArray()) {
            throw UnreadableField.of(name, "an array");
        }
        return field;
    }

    Map<String, Long> integersByName(String name) {
        Map<String, Long> integers = new LinkedHashMap<>();
        Fields fields = object(name);
        fields.object
                .properties()
                .forEach(one -> integers.put(one.getKey(), integer(name, one.getValue())));
        return integers;
    }
}
