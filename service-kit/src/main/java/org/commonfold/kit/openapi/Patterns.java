package org.commonfold.kit.openapi;

import org.eclipse.microprofile.openapi.models.media.Schema;

import java.util.Collection;
import java.util.Map;

/** Bean validation matches the whole text, JSON Schema any part of it; anchored, they agree. */
final class Patterns {

    /** Halves of surrogate pairs: JSON Schema's strings have none (and some readers no name). */
    private static final String HALVES = "\\uD800-\\uDFFF";

    private Patterns() {}

    static void anchor(Schema schema) {
        if (schema == null || schema.getRef() != null) {
            return;
        }
        String pattern = schema.getPattern();
        if (pattern != null && !pattern.startsWith("^")) {
            schema.setPattern("^(?:" + pattern.replace(HALVES, "") + ")$");
        }
        anchor(schema.getItems());
        anchor(schema.getAdditionalPropertiesSchema());
        anchor(schema.getPropertyNames());
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            anchorAll(properties.values());
        }
        for (var parts : new Collection<?>[] {schema.getAllOf(), schema.getAnyOf()}) {
            if (parts != null) {
                parts.forEach(part -> anchor((Schema) part));
            }
        }
    }

    static void anchorAll(Collection<Schema> schemas) {
        schemas.forEach(Patterns::anchor);
    }
}
