package org.commonfold.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import java.util.Iterator;
import java.util.List;

/** Where in a request something is wrong, as RFC 6901 writes it. */
final class JsonPointers {

    private JsonPointers() {}

    static String of(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            String name = step.getFieldName();
            pointer.append('/').append(name == null ? "" + step.getIndex() : escaped(name));
        }
        return pointer.toString();
    }

    /** The first two steps are the resource's method and its parameter. */
    static String of(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        String parameter = null;
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                append(pointer, node);
            }
        }
        boolean inBody = pointer.length() > 0 || "body".equals(parameter);
        return inBody ? pointer.toString() : "?" + parameter;
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.getIndex() != null) {
            pointer.append('/').append(node.getIndex());
        } else if (node.getKey() != null) {
            pointer.append('/').append(escaped(node.getKey().toString()));
        }
        if (node.getKind() == ElementKind.PROPERTY) {
            pointer.append('/').append(escaped(node.getName()));
        }
    }

    /** Jackson's messages name Java types in backquotes and in parentheses; clients have none. */
    static String withoutClassNames(String message) {
        return message.replaceAll("\\(class [^)]*\\)", "")
                .replaceAll("`(?:[a-z][a-zA-Z0-9]*\\.)+([A-Za-z0-9$]+)[^`]*`", "$1")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
