package org.commonfold.kit.projection;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Folds and writes what was set aside, beside the other records of its partition. */
@ApplicationScoped
class Beside {

    private final Checkpoints checkpoints;
    private final BatchWrites writes;
    private final LogAssignments assignments;
    /** One: what takes long is not to take all processors. */
    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    Beside(
            Checkpoints checkpoints,
            BatchWrites writes,
            @Identifier(LogReader.CHANNEL) LogAssignments assignments) {
        this.checkpoints = checkpoints;
        this.writes = writes;
        this.assignments = assignments;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    /** Once what was set aside before is written. */
    Uni<Void> write(Assignment assignment, SetAside setAside, Lane lane) {
        if (assignment.lost) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .item(() -> assignment.fold.foldAside(setAside.records()))
                .runSubscriptionOn(worker)
                .chain(effects ->
                        writes.untilDone(assignment, lane, write(assignment, setAside, effects)))
                .invoke(ours -> {
                    if (ours) {
                        assignment.aside.written(setAside.records());
                    } else {
                        assignments.fenced(assignment);
                    }
                })
                .invoke(setAside.told()::end)
                .replaceWithVoid()
                .onFailure(Fenced.class)
                .recoverWithNull();
    }

    /** The checkpoint last: it is not to be locked while the rest is written. */
    private BatchWrites.Write write(Assignment assignment, SetAside setAside, Uni<Void> effects) {
        String key = assignment.aside.key();
        long next = LogRecord.after(setAside.records());
        return new BatchWrites.Write(
                session -> PlainSql.together(List.of(
                                checkpoints.requireBeside(session, assignment, key), effects))
                        .chain(() -> checkpoints.moveBeside(session, assignment, key, next)),
                () -> checkpoints.movedBesideBy(assignment, next));
    }
}
