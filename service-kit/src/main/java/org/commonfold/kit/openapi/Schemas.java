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
        String name = nameOf(schema);
        return name == null ? schema : components.getSchemas().get(name);
    }

    static boolean isObject(Schema schema, Components components) {
        Schema resolved = resolved(schema, components);
        return resolved != null && resolved.getProperties() != null;
    }
}
