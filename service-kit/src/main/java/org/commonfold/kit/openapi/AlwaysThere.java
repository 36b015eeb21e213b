package org.commonfold.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Declares the fields of an answer that are always there: all but those that their record leaves
 * out when there is nothing to say ({@link JsonInclude}).
 */
final class AlwaysThere {

    private final IndexView index;

    AlwaysThere(IndexView index) {
        this.index = index;
    }

    void declareIn(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && schema.getRequired() == null) {
                recordOf(name, schema.getProperties().keySet())
                        .map(this::fieldsAlwaysThere)
                        .filter(fields -> !fields.isEmpty())
                        .ifPresent(schema::setRequired);
            }
        });
    }

    /** The record that a schema was made of: of its name, and with its fields. */
    private Optional<ClassInfo> recordOf(String name, Set<String> fields) {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(one -> one.simpleName().equals(name))
                .filter(one -> Set.copyOf(fields(one, true)).equals(fields))
                .findFirst();
    }

    private List<String> fieldsAlwaysThere(ClassInfo type) {
        return fields(type, false);
    }

    private List<String> fields(ClassInfo type, boolean alsoThoseLeftOut) {
        List<String> names = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            FieldInfo field = type.field(component.name());
            if (field.hasAnnotation(JsonUnwrapped.class)) {
                names.addAll(fields(index.getClassByName(field.type().name()), alsoThoseLeftOut));
            } else if (alsoThoseLeftOut || !isLeftOut(type, field)) {
                names.add(field.name());
            }
        }
        return names;
    }

    private static boolean isLeftOut(ClassInfo type, FieldInfo field) {
        boolean ofAll = type.hasDeclaredAnnotation(JsonInclude.class);
        boolean isNeverNull = field.type().kind() == Type.Kind.PRIMITIVE;
        return field.hasAnnotation(JsonInclude.class) || ofAll && !isNeverNull;
    }
}
