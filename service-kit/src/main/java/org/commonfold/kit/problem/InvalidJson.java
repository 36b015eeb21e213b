package org.commonfold.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import io.quarkiverse.resteasy.problem.HttpProblem;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A body that is not JSON, or not the JSON that was expected. */
public final class InvalidJson {

    private static final int BEFORE_THE_FRAMEWORK = 1;

    private static final Map<Class<?>, String> JSON_TYPES = Map.of(
            String.class, "a string",
            Integer.class, "an integer",
            Long.class, "an integer",
            Boolean.class, "true or false",
            List.class, "an array",
            Map.class, "an object",
            UUID.class, "a UUID",
            LocalDate.class, "a date, YYYY-MM-DD",
            Instant.class, "a time, RFC 3339");

    @ServerExceptionMapper(priority = BEFORE_THE_FRAMEWORK)
    Response handle(MismatchedInputException mismatch) {
        return problem(mismatch).toResponse();
    }

    /** What to answer to who sent it. */
    public static HttpProblem problem(JsonProcessingException invalid) {
        if (invalid instanceof JsonMappingException unmapped && isAbout(unmapped)) {
            String pointer = JsonPointers.of(unmapped.getPath());
            return Problems.invalid(List.of(new InvalidField(pointer, detail(unmapped))));
        }
        return Problems.problem(400, "malformed-json", "The body is not JSON");
    }

    /** Broken syntax inside an object is wrapped with the path to it, but is still no JSON. */
    private static boolean isAbout(JsonMappingException unmapped) {
        return unmapped instanceof MismatchedInputException || isTooLarge(unmapped);
    }

    private static boolean isTooLarge(JsonMappingException unmapped) {
        return unmapped.getCause() instanceof InputCoercionException;
    }

    private static String detail(JsonMappingException unmapped) {
        if (unmapped instanceof UnrecognizedPropertyException) {
            return "is not a known field";
        }
        if (isTooLarge(unmapped)) {
            return "is too large a number";
        }
        Class<?> expected = ((MismatchedInputException) unmapped).getTargetType();
        if (expected != null && expected.isRecord()) {
            return "must be an object";
        }
        return "must be " + JSON_TYPES.getOrDefault(expected, "of another type");
    }
}
