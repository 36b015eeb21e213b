package org.commonfold.kit.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads query parameters that are not text. One that cannot be read is a bad request (400) that
 * names it; the framework would say that nothing is here (404), as it does, rightly, of a path.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private static final Reading WHOLE = new Reading(Integer::valueOf, "must be a whole number");
    private static final Reading LONG = new Reading(Long::valueOf, "must be a whole number");

    private static final Map<Class<?>, Reading> READINGS = Map.of(
            int.class, WHOLE,
            Integer.class, WHOLE,
            long.class, LONG,
            Long.class, LONG,
            UUID.class, new Reading(QueryParameters::uuid, "must be a UUID"));

    private record Reading(Function<String, Object> read, String otherwise) {}

    @Override
    public <T> ParamConverter<T> getConverter(
            Class<T> rawType, Type genericType, Annotation[] annotations) {
        Reading reading = rawType.isEnum() ? oneOf(rawType) : READINGS.get(rawType);
        if (reading == null) {
            return null;
        }
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(QueryParam.class::cast)
                .findAny()
                .map(parameter -> new Converter<T>(parameter.value(), reading))
                .orElse(null);
    }

    private static Reading oneOf(Class<?> type) {
        List<?> constants = List.of(type.getEnumConstants());
        Function<String, Object> read = text -> constants.stream()
                .filter(constant -> constant.toString().equals(text))
                .findAny()
                .orElseThrow(IllegalArgumentException::new);
        return new Reading(read, "must be one of " + constants);
    }

    private static Object uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            // Java reads more than it writes: 1-1-1-1-1 would be one too.
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static final class Converter<T> implements ParamConverter<T> {

        private final String name;
        private final Reading reading;

        Converter(String name, Reading reading) {
            this.name = name;
            this.reading = reading;
        }

        @Override
        @SuppressWarnings("unchecked") // The readings are found by the type they give.
        public T fromString(String text) {
            try {
                return (T) reading.read().apply(text);
            } catch (IllegalArgumentException unreadable) {
                throw Problems.invalid(List.of(new InvalidField("?" + name, reading.otherwise())));
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
