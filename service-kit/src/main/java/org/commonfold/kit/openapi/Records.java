package org.commonfold.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
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
 * Declares what the records say and the schemas made of them do not: the length of a {@link Text},
 * and in an answer the fields that are always there, which are all but those that the record leaves
 * out when there is nothing to say ({@link JsonInclude}).
 */
final class Records {

    private final IndexView index;

    Records(IndexView index) {
        this.index = index;
    }

    void declareIn(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                recordOf(name, schema.getProperties().keySet())
                        .ifPresent(type -> declareIn(schema, type));
            }
        });
    }

    private void declareIn(Schema schema, ClassInfo type) {
        boolean isRequest = schema.getAdditionalPropertiesSchema() != null;
        if (schema.getRequired() == null && !isRequest) {
            schema.setRequired(fields(type, false));
        }
        for (FieldInfo field : type.fields()) {
            Schema property = schema.getProperties().get(field.name());
            AnnotationInstance text = field.annotation(Text.class);
            if (text != null && property != null && property.getItems() == null) {
                property.setMaxLength(text.value("max").asInt());
            }
        }
    }

    /** The record that a schema was made of: of its name, and with its fields. */
    private Optional<ClassInfo> recordOf(String name, Set<String> fields) {
        return index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(one -> one.simpleName().equals(name))
                .filter(one -> Set.copyOf(fields(one, true)).equals(fields))
                .findFirst();
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
