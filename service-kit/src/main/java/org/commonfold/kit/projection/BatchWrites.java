package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.outbox.OutboxRelay;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.function.Function;
import java.util.function.Supplier;

/** Writes what batches lead to, each once in effect, however often it takes. */
@ApplicationScoped
class BatchWrites {

    private final Mutiny.SessionFactory sessions;
    private final OutboxRelay outbox;

    BatchWrites(Mutiny.SessionFactory sessions, OutboxRelay outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /**
     * What one batch leads to.
     *
     * @param inTransaction writes it and moves the checkpoint; fails as {@link Fenced} when that
     *     does not stand where it should
     * @param isThere whether it was written before: the commit's answer was lost
     */
    record Write(
            Function<Mutiny.Session, Uni<Void>> inTransaction, Supplier<Uni<Boolean>> isThere) {}

    /** True when it is in the database by our hand; false when another was there. */
    Uni<Boolean> untilDone(Assignment assignment, Lane lane, Write write) {
        return lane.ask(() -> once(assignment, write)).invoke(outbox::wake);
    }

    /**
     * @throws Fenced (as the Uni's failure) when the partition was lost while this was repeated:
     *     who has it now may already have read what this would change
     */
    private Uni<Boolean> once(Assignment assignment, Write write) {
        if (assignment.lost) {
            return Uni.createFrom().failure(new Fenced(assignment.partition + " is lost"));
        }
        return sessions.withTransaction(
                        session -> write.inTransaction().apply(session).replaceWith(true))
                .onFailure(Fenced.class)
                .recoverWithUni(() -> write.isThere().get());
    }
}
