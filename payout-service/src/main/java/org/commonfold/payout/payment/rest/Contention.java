package org.commonfold.payout.payment.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;

import org.commonfold.kit.problem.Problems;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** Tries again what gave way to the fold, which writes the same balances. */
final class Contention {

    /** lock_not_available, deadlock_detected and serialization_failure. */
    private static final Set<String> GAVE_WAY = Set.of("55P03", "40P01", "40001");

    private static final int TRIES_MAX = 8;
    private static final Duration PAUSE_MIN = Duration.ofMillis(50);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);

    private Contention() {}

    /** The whole transaction anew, each time on the request's context: a session belongs to one. */
    static <T> Uni<T> tryAgain(Supplier<Uni<T>> transaction) {
        return Uni.createFrom()
                .<T>deferred(() -> transaction.get())
                .runSubscriptionOn(MutinyHelper.executor(Vertx.currentContext()))
                .onFailure(Contention::gaveWay)
                .retry()
                .withBackOff(PAUSE_MIN, PAUSE_MAX)
                .atMost(TRIES_MAX)
                .onFailure(Contention::gaveWay)
                .transform(failure -> Problems.problem(
                        409, "concurrent-change", "Others move the same balances; try again"));
    }

    /** Of the driver's failure, Hibernate Reactive keeps the state alone, in a SQLException. */
    private static boolean gaveWay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && GAVE_WAY.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
