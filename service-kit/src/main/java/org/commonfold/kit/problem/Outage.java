package org.commonfold.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import java.net.SocketException;
import java.sql.SQLException;
import java.util.Set;

/** When the database is not there: no defect of ours, and over when it is there again. */
@ApplicationScoped
class Outage implements ProblemPostProcessor {

    private static final int BEFORE_IT_IS_LOGGED = 102;

    /** Of SQLSTATE: no connection, no resources, and stopped by an operator. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private static final int CLASS_LENGTH = 2;

    @Override
    public int priority() {
        return BEFORE_IT_IS_LOGGED;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        return problem.getStatusCode() == 500 && isCauseOf(context.cause) ? outage() : problem;
    }

    private static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException
                    || cause instanceof ClosedConnectionException
                    || cause instanceof SQLException sql && isOutage(sql.getSQLState())
                    || cause instanceof DatabaseException database
                            && isOutage(database.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(String state) {
        return state != null
                && state.length() > CLASS_LENGTH
                && CLASSES.contains(state.substring(0, CLASS_LENGTH));
    }

    /** The answer to a commit may be what got lost, so nothing is said of what was changed. */
    private static HttpProblem outage() {
        return Problems.builder(
                        503,
                        "try-later",
                        "The database does not answer; whether anything was changed is not known:"
                                + " send the request again, with the same Idempotency-Key")
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }
}
