package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.Decision;

import java.util.function.Function;

/** What every command does with its decision. */
final class Recording {

    private Recording() {}

    /**
     * Records what was accepted.
     *
     * @param unchanged the answer where there is nothing new
     * @param record writes what was accepted and gives the answer
     */
    static <E, R> Uni<Decision<R>> of(
            Decision<E> decision, R unchanged, Function<E, Uni<R>> record) {
        return decision.fold(
                accepted -> record.apply(accepted).map(Decision::accept),
                () -> Uni.createFrom().item(Decision.accept(unchanged)),
                reason -> Uni.createFrom().item(Decision.reject(reason)));
    }
}
