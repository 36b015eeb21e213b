package org.commonfold.kit.methods;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods each path has, by the annotations of the resources. */
@Singleton
class AllowedMethods {

    /** A path parameter, perhaps with an expression of its own, which may hold braces in turn. */
    private static final Pattern PARAMETER =
            Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*((?:[^{}]|\\{[^{}]*})+))?}");

    private record Route(Pattern path, String method) {}

    private final List<Route> routes;

    AllowedMethods(BeanManager beans) {
        this.routes = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::routes)
                .toList();
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Stream.of(resource.getMethods()).flatMap(method -> routes(resource, method));
    }

    private static Stream<Route> routes(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String above = "/" + resource.getAnnotation(Path.class).value();
        String template = below == null ? above : above + "/" + below.value();
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(found -> new Route(pattern(template), found.value()));
    }

    private static Pattern pattern(String path) {
        String template = path.replaceAll("/+", "/").replaceFirst("/$", "");
        StringBuilder pattern = new StringBuilder();
        Matcher parameters = PARAMETER.matcher(template);
        int read = 0;
        while (parameters.find()) {
            pattern.append(Pattern.quote(template.substring(read, parameters.start())));
            String expression = parameters.group(1);
            pattern.append('(')
                    .append(expression == null ? "[^/]+" : expression)
                    .append(')');
            read = parameters.end();
        }
        return Pattern.compile(pattern + Pattern.quote(template.substring(read)) + "/?");
    }

    /**
     * The methods of a path, in the order of the alphabet.
     *
     * @param path without the part that all paths share
     * @return empty when there is nothing at that path
     */
    Set<String> of(String path) {
        Set<String> methods = new TreeSet<>();
        routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> methods.add(route.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
