package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Where a batch is worked on.
 *
 * @param eventLoop what is asked of the database is asked there
 * @param workers what is computed is computed there
 */
record Lane(Executor eventLoop, Executor workers, Patience patience) {

    /** An answer of the database, however long it takes. */
    <T> Uni<T> ask(Supplier<Uni<? extends T>> question) {
        return patience.untilDone(question, eventLoop);
    }
}
