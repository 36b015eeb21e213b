package org.commonfold.kit.openapi;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Reads schemas through their references. */
final class Schemas {

    private Schemas() {}

    /** The name of a shared schema; null for one that is written in place, and for none. */
    static String nameOf(Schema schema) {
        String ref = schema == null ? null : schema.getRef();
        return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
    }

    static Schema resolved(Schema schema, Components components) {
        Schema present = present(schema);
        String name = nameOf(present);
        return name == null ? present : components.getSchemas().get(name);
    }

    /** What may be null is a choice of itself and null. */
    private static Schema present(Schema schema) {
        return schema == null || schema.getAnyOf() == null
                ? schema
                : schema.getAnyOf().get(0);
    }

    static boolean isObject(Schema schema, Components components) {
        Schema resolved = resolved(schema, components);
        return resolved != null && resolved.getProperties() != null;
    }
}
