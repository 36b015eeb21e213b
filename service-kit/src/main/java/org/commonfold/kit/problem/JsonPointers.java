package org.commonfold.kit.problem;

import com.fasterxml.jackson.databind.JsonMappingException;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
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
     * {@code body} if it is that. Anything else is a header, by its name, or a parameter: {@code
     * ?name}.
     */
    static String of(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        String parameter = null;
        Path.MethodNode method = null;
        while (nodes.hasNext()) {
            Path.Node node = nodes.next();
            if (node.getKind() == ElementKind.PARAMETER) {
                String header = header(violation, method, node.as(Path.ParameterNode.class));
                if (header != null) {
                    return header;
                }
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.METHOD) {
                method = node.as(Path.MethodNode.class);
            } else {
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

    /** The name of a header; null where the parameter is none. */
    private static String header(
            ConstraintViolation<?> violation, Path.MethodNode method, Path.ParameterNode node) {
        Class<?>[] types = method.getParameterTypes().toArray(Class[]::new);
        Class<?> resource = violation.getRootBeanClass();
        // What intercepts a resource is a class made from it, without its annotations.
        while (resource != null) {
            for (Method one : resource.getDeclaredMethods()) {
                if (one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), types)) {
                    Parameter parameter = one.getParameters()[node.getParameterIndex()];
                    HeaderParam header = parameter.getAnnotation(HeaderParam.class);
                    if (header != null) {
                        return header.value();
                    }
                }
            }
            resource = resource.getSuperclass();
        }
        return null;
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
