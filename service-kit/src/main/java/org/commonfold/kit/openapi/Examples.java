package org.commonfold.kit.openapi;

import static org.eclipse.microprofile.openapi.OASFactory.createExample;

import org.commonfold.kit.idempotency.Keyed;
import org.commonfold.kit.precondition.IfMatch;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Composes an example of every body from those of its fields ({@code @Schema(examples = …)}). A
 * word means one thing everywhere: where a field or parameter has no example, it takes the one of
 * its namesake. What stays without an example is left out.
 */
final class Examples {

    private static final String PLACE = "MDE5OGYwYTItM2IxYy03ZDRlLThmNWEtNmI3YzhkOWUwZjEx";

    private final Components components;
    private final Map<String, Object> words = new TreeMap<>(Map.of(
            "cursor",
            PLACE,
            "next",
            PLACE,
            Keyed.HEADER,
            "8e03978e-40d5-43e8-bc93-6894a57f9324",
            IfMatch.HEADER,
            "\"1\"",
            "Last-Event-ID",
            "12"));

    Examples(Components components) {
        this.components = components;
        for (Schema schema : components.getSchemas().values()) {
            properties(schema).forEach((word, field) -> {
                Object own = own(field);
                if (own != null) {
                    words.putIfAbsent(word, own);
                }
            });
        }
    }

    void addTo(Parameter parameter) {
        Object example = of(parameter.getName(), parameter.getSchema());
        if (parameter.getExample() == null && example != null) {
            parameter.setExample(example);
        }
    }

    /** One example for each schema, to which all bodies of it refer. */
    void addTo(MediaType body) {
        String name = Schemas.nameOf(body.getSchema());
        if (name == null || body.getExamples() != null) {
            return;
        }
        Object value = of(name, body.getSchema());
        if (value != null) {
            components.addExample(name, createExample().value(value));
            body.addExample(name, createExample().ref(name));
        }
    }

    private Object of(String word, Schema given) {
        Object own = own(given);
        if (own != null) {
            return own;
        }
        Schema schema = Schemas.resolved(given, components);
        if (schema == null) {
            return null;
        }
        if (schema.getProperties() != null || takesNoField(schema)) {
            return object(schema);
        }
        if (schema.getItems() != null && Schemas.isObject(schema.getItems(), components)) {
            Object item = of(word, schema.getItems());
            return item == null ? null : List.of(item);
        }
        Object named = words.get(word);
        return named != null ? named : first(schema);
    }

    private Map<String, Object> object(Schema schema) {
        Map<String, Object> example = new LinkedHashMap<>();
        properties(schema).forEach((word, field) -> {
            Object value = of(word, field);
            if (isRequired(schema, word) || value != null && isSaid(word, field)) {
                example.put(word, value);
            }
        });
        // Without one of its required fields it would be an example of nothing.
        return example.containsValue(null) ? null : example;
    }

    private static boolean takesNoField(Schema schema) {
        Schema others = schema.getAdditionalPropertiesSchema();
        return others != null && Boolean.FALSE.equals(others.getBooleanSchema());
    }

    private static boolean isRequired(Schema schema, String word) {
        return schema.getRequired() != null && schema.getRequired().contains(word);
    }

    /** Whether somebody gave an example of this very thing, or of what it consists of. */
    private boolean isSaid(String word, Schema field) {
        return own(field) != null
                || words.containsKey(word)
                || Schemas.isObject(field, components)
                || field.getItems() != null;
    }

    private static Object first(Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values != null && !values.isEmpty()) {
            return values.get(0);
        }
        return schema.getDefaultValue() != null ? schema.getDefaultValue() : own(schema);
    }

    private static Object own(Schema schema) {
        List<Object> own = schema == null ? null : schema.getExamples();
        return own == null || own.isEmpty() ? null : own.get(0);
    }

    private static Map<String, Schema> properties(Schema schema) {
        return schema.getProperties() == null ? Map.of() : schema.getProperties();
    }
}
