package org.commonfold.kit.projection;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.outbox.OutboxRelay;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads the log into the database, exactly once in effect: what a batch of records changes and the
 * partition's checkpoint are written in one transaction, the checkpoint by compare-and-set
 * (docs/adr/0003). A process that has lost its partition without knowing fails that comparison and
 * writes nothing.
 *
 * <p>Each partition goes its own way: while one batch of it is written, the next one is folded, on
 * a worker, and other partitions beside (docs/adr/0028).
 */
@ApplicationScoped
public class LogReader {

    /** The incoming channel that a service connects to {@link #read}. */
    public static final String CHANNEL = "log";

    private static final Logger LOG = Logger.getLogger(LogReader.class);

    private final Mutiny.SessionFactory sessions;
    private final Checkpoints checkpoints;
    private final LogAssignments assignments;
    private final Patience patience;
    private final OutboxRelay outbox;
    private final BatchTelemetry telemetry;
    private final InFlight inFlight;
    /** As many as can run: a fold waits for nothing. */
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    LogReader(
            Mutiny.SessionFactory sessions,
            Checkpoints checkpoints,
            @Identifier(CHANNEL) LogAssignments assignments,
            Patience patience,
            OutboxRelay outbox,
            BatchTelemetry telemetry,
            @ConfigProperty(name = "log.in-flight-max") int inFlightMax) {
        this.sessions = sessions;
        this.checkpoints = checkpoints;
        this.assignments = assignments;
        this.patience = patience;
        this.outbox = outbox;
        this.telemetry = telemetry;
        this.inFlight = new InFlight(inFlightMax);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    /**
     * Takes a batch as it was polled. Completes when there is room for another: its effects may be
     * in the database a little later, and an outage of the database only delays them.
     */
    public Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        Context context = Vertx.currentContext();
        for (TopicPartition partition : batch.partitions()) {
            take(partition, PolledTogether.in(batch, partition), context);
        }
        return Uni.createFrom()
                .completionStage(inFlight::room)
                .emitOn(MutinyHelper.executor(context));
    }

    private void take(
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> polled,
            Context context) {
        Assignment assignment = assignments.current(partition);
        if (assignment == null
                || !assignments.continues(assignment, polled.get(0).offset())) {
            return;
        }
        List<LogRecord> written = new ArrayList<>();
        List<LogRecord> unwritten = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (record.offset() >= assignment.next) {
                (record.offset() < assignment.begin ? written : unwritten)
                        .add(LogRecord.of(record));
            }
        }
        assignment.next =
                Math.max(assignment.next, polled.get(polled.size() - 1).offset() + 1);
        telemetry.read(unwritten);
        if (!written.isEmpty()) {
            enqueue(assignment, written, true, context);
        }
        if (!unwritten.isEmpty()) {
            enqueue(assignment, unwritten, false, context);
        }
    }

    /** Folded after what was folded before, written after what was written before. */
    private void enqueue(
            Assignment assignment, List<LogRecord> batch, boolean isWritten, Context context) {
        int count = batch.size();
        inFlight.enter(count);
        // A session belongs to one context: each batch has its own.
        Executor eventLoop = ownContext(context);
        Lane lane = new Lane(eventLoop, workers, patience);
        CompletionStage<Folded> folded = assignment.folded.thenComposeAsync(
                before -> (isWritten
                                ? refold(assignment, batch, lane)
                                : fold(assignment, batch, lane))
                        .subscribeAsCompletionStage(),
                eventLoop);
        assignment.folded = folded;
        assignment.written = assignment
                .written
                .thenCombine(folded, (before, now) -> now)
                .thenComposeAsync(
                        now -> write(assignment, now, lane).subscribeAsCompletionStage(), eventLoop)
                .whenComplete((done, bug) -> left(assignment, count, bug));
    }

    private static Executor ownContext(Context context) {
        Context own = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return MutinyHelper.executor(own);
    }

    private void left(Assignment assignment, int count, Throwable bug) {
        if (bug == null) {
            inFlight.leave(count);
        } else {
            LOG.errorf(bug, "%s cannot be folded", assignment.partition);
            inFlight.fail(bug);
        }
    }

    /** What a batch led to: nothing to write when it is written already, or not ours. */
    private record Folded(
            SeenEvents.Ids firsts, long next, Uni<Void> effects, BatchTelemetry.Batch told) {

        static final Folded NOTHING = new Folded(null, 0, null, null);
    }

    private Uni<Folded> refold(Assignment assignment, List<LogRecord> batch, Lane lane) {
        return assignment
                .seen
                .firstsAgain(batch, lane)
                .invoke(assignment.fold::refold)
                .replaceWith(Folded.NOTHING)
                .onFailure(Fenced.class)
                .recoverWithItem(() -> fenced(assignment));
    }

    private Folded fenced(Assignment assignment) {
        if (!assignment.lost) {
            assignments.fenced(assignment);
        }
        return Folded.NOTHING;
    }

    private Uni<Folded> fold(Assignment assignment, List<LogRecord> batch, Lane lane) {
        if (assignment.lost) {
            return Uni.createFrom().item(Folded.NOTHING);
        }
        BatchTelemetry.Batch told = telemetry.begin();
        return assignment
                .seen
                .firsts(batch, lane)
                .map(firsts -> {
                    told.folds(batch.size(), firsts.records());
                    Uni<Void> effects = assignment.fold.fold(firsts.records());
                    return new Folded(firsts.ids(), after(batch), effects, told);
                })
                .onFailure(Fenced.class)
                .recoverWithItem(() -> fenced(assignment));
    }

    private Uni<Void> write(Assignment assignment, Folded folded, Lane lane) {
        if (folded.effects() == null || assignment.lost) {
            return Uni.createFrom().voidItem();
        }
        return lane.ask(() -> writeOnce(assignment, folded))
                .invoke(ours -> {
                    if (ours) {
                        assignment.checkpoint = folded.next();
                        assignment.seen.stored(folded.firsts());
                        outbox.wake();
                    } else {
                        fenced(assignment);
                    }
                })
                .invoke(folded.told()::end)
                .replaceWithVoid()
                .onFailure(Fenced.class)
                .recoverWithNull();
    }

    /**
     * True when the effects are in the database by our hand; false when another was there.
     *
     * @throws Fenced (as the Uni's failure) when the partition was lost while this was repeated:
     *     who has it now may already have read what this would change
     */
    private Uni<Boolean> writeOnce(Assignment assignment, Folded folded) {
        if (assignment.lost) {
            return Uni.createFrom().failure(new Fenced(assignment.partition + " is lost"));
        }
        long next = folded.next();
        // The answers come in this order: a checkpoint that cannot be moved is what is told.
        return sessions.withTransaction(session -> PlainSql.together(List.of(
                                checkpoints.move(session, assignment, next),
                                assignment.seen.add(session, folded.firsts()),
                                folded.effects()))
                        .replaceWith(true))
                .onFailure(Fenced.class)
                .recoverWithUni(() -> checkpoints.movedBy(assignment, next));
    }

    private static long after(List<LogRecord> batch) {
        return batch.get(batch.size() - 1).offset() + 1;
    }
}
