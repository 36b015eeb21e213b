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

    /**
     * The first two steps are the resource's method and its parameter, which all resources call
     * {@code body} if it is that. Anything else is a parameter: {@code ?name}.
     */
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
        boolean isValidatedByItself = parameter == null;
        if (isValidatedByItself || "body".equals(parameter)) {
            return pointer.toString();
        }
        String name = pointer.length() > 0 ? pointer.substring(1) : parameter;
        return "?" + name;
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

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}
