package org.commonfold.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;

import org.jboss.logging.Logger;

/**
 * Gives every problem that the framework makes a stable type of ours, and validation errors their
 * JSON pointers. Problems made by {@link Problems} have both already. Of a refusal, the log has the
 * status and the type.
 */
@ApplicationScoped
class StableProblems implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(StableProblems.class);
    private static final String EVENT_CONFLICT = "event_stream_version";

    /** Last of all: the library's own processors fill in, and log what is no refusal. */
    @Override
    public int priority() {
        return 0;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        // The library's own: the path without its beginning, decoded, which makes it no URI.
        HttpProblem stable =
                HttpProblem.builder(stable(problem, context)).withInstance(null).build();
        if (stable.getStatusCode() < 500) {
            // Not the detail nor the pointers, which may repeat what was sent.
            LOG.infof("Refused with %d: %s", stable.getStatusCode(), stable.getType());
        }
        return stable;
    }

    private HttpProblem stable(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null) {
            return problem;
        }
        Throwable cause = context.cause;
        HttpProblem ours = causeOf(cause, HttpProblem.class);
        if (ours != null) {
            // Wrapped by the framework, which took it for a failure of its own.
            return ours;
        }
        int status = problem.getStatusCode();
        if (status == 400 && cause instanceof ConstraintViolationException invalid) {
            return Problems.invalid(
                    invalid.getConstraintViolations().stream().map(this::field).toList());
        }
        JsonProcessingException json = causeOf(cause, JsonProcessingException.class);
        if (status == 400 && json != null) {
            return InvalidJson.problem(json);
        }
        if (isEventConflict(cause)) {
            return Problems.problem(409, "concurrent-change", "Someone else changed it; try again");
        }
        return byStatus(problem, status);
    }

    private InvalidField field(ConstraintViolation<?> violation) {
        return new InvalidField(JsonPointers.of(violation), violation.getMessage());
    }

    private static boolean isEventConflict(Throwable cause) {
        var violation = causeOf(cause, org.hibernate.exception.ConstraintViolationException.class);
        return violation != null && EVENT_CONFLICT.equals(violation.getConstraintName());
    }

    private static HttpProblem byStatus(HttpProblem problem, int status) {
        HttpProblem.Builder builder =
                Problems.builder(status, ProblemTypes.of(status), detail(problem, status));
        problem.getHeaders().forEach(builder::withHeader);
        return builder.build();
    }

    private static String detail(HttpProblem problem, int status) {
        return status >= 500
                ? "This is a defect on our side; nothing was changed"
                : problem.getDetail();
    }

    private static <T extends Throwable> T causeOf(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
