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

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.database.PlainSql;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Reads the log into the database, exactly once in effect: what a batch of records changes and the
 * partition's checkpoint are written in one transaction, the checkpoint by compare-and-set
 * (docs/adr/0003). A process that has lost its partition without knowing fails that comparison and
 * writes nothing.
 *
 * <p>Each partition goes its own way: while one batch of it is written, the next one is folded, on
 * a worker, and other partitions beside (docs/adr/0028). So does, as long as it takes, a key that a
 * fold sets aside (docs/adr/0042).
 */
@ApplicationScoped
public class LogReader {

    /** The incoming channel that a service connects to {@link #read}. */
    public static final String CHANNEL = "log";

    private static final Logger LOG = Logger.getLogger(LogReader.class);

    private final Checkpoints checkpoints;
    private final LogAssignments assignments;
    private final Patience patience;
    private final BatchWrites writes;
    private final Beside beside;
    private final BatchTelemetry telemetry;
    private final InFlight inFlight;
    /** As many as can run: a fold waits for nothing. */
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    LogReader(
            Checkpoints checkpoints,
            @Identifier(CHANNEL) LogAssignments assignments,
            Patience patience,
            BatchWrites writes,
            Beside beside,
            BatchTelemetry telemetry,
            @ConfigProperty(name = "log.in-flight-max") int inFlightMax) {
        this.checkpoints = checkpoints;
        this.assignments = assignments;
        this.patience = patience;
        this.writes = writes;
        this.beside = beside;
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

    private void take(TopicPartition partition, List<LogRecord> polled, Context context) {
        Assignment assignment = assignments.current(partition);
        if (assignment == null
                || !assignments.continues(assignment, polled.get(0).offset())) {
            return;
        }
        List<LogRecord> written = new ArrayList<>();
        List<LogRecord> unwritten = new ArrayList<>();
        for (LogRecord record : polled) {
            if (record.offset() >= assignment.next) {
                (record.offset() < assignment.begin ? written : unwritten).add(record);
            }
        }
        assignment.next = Math.max(assignment.next, LogRecord.after(polled));
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
        Lane lane = lane(context);
        CompletionStage<?> writing = assignment.writing;
        CompletionStage<Folded> folding = assignment
                .folding
                .thenComposeAsync(before -> beside(assignment, writing), lane.eventLoop())
                .thenComposeAsync(
                        before -> (isWritten
                                        ? refold(assignment, batch, lane)
                                        : fold(assignment, batch, lane))
                                .subscribeAsCompletionStage(),
                        lane.eventLoop());
        assignment.folding = folding;
        assignment.writing = assignment
                .writing
                .thenCombine(folding, (before, now) -> now)
                .thenComposeAsync(
                        now -> write(assignment, now, lane)
                                .invoke(() -> written(assignment, count, now, context))
                                .subscribeAsCompletionStage(),
                        lane.eventLoop())
                .whenComplete((done, bug) -> failed(assignment, bug));
    }

    /**
     * Where there is always more to read, some of a key always waits: once in a while all else
     * waits for it, so that it can be put back. It is what was written before that is waited for.
     */
    private static CompletionStage<?> beside(Assignment assignment, CompletionStage<?> writing) {
        return assignment.aside.isOverdue(assignment.folded)
                ? writing.thenCompose(written -> assignment.aside.writing)
                : CompletableFuture.completedFuture(null);
    }

    /** So many records, and not they: once they are folded, they may go. */
    private void written(Assignment assignment, int count, Folded folded, Context context) {
        SetAside setAside = folded.setAside();
        goOnBeside(assignment, setAside, context);
        inFlight.leave(count - (setAside == null ? 0 : setAside.records().size()));
    }

    /** A session belongs to one context: each batch has its own. */
    private Lane lane(Context context) {
        Context own = VertxContext.createNewDuplicatedContext(context);
        VertxContextSafetyToggle.setContextSafe(own, true);
        return new Lane(MutinyHelper.executor(own), workers, patience);
    }

    private void failed(Assignment assignment, Throwable bug) {
        if (bug != null) {
            LOG.errorf(bug, "%s cannot be folded", assignment.partition);
            inFlight.fail(bug);
        }
    }

    private Uni<Folded> refold(Assignment assignment, List<LogRecord> batch, Lane lane) {
        return assignment
                .seen
                .firstsAgain(batch, lane)
                .map(firsts -> {
                    assignment.fold.refold(firsts);
                    List<LogRecord> setAside = assignment.fold.setAside();
                    takeAside(assignment, setAside, LogRecord.after(batch));
                    return Folded.written(SetAside.of(setAside, telemetry.begin()));
                })
                .onFailure(Fenced.class)
                .recoverWithItem(() -> fenced(assignment));
    }

    private Checkpoint takeAside(Assignment assignment, List<LogRecord> setAside, long folded) {
        Checkpoint to = assignment.aside.take(setAside, folded);
        assignment.folded = folded;
        return to;
    }

    private Folded fenced(Assignment assignment) {
        assignments.fenced(assignment);
        return Folded.NOTHING;
    }

    private Uni<Folded> fold(Assignment assignment, List<LogRecord> batch, Lane lane) {
        if (assignment.lost || batch.isEmpty() && !assignment.mayPutBack()) {
            return Uni.createFrom().item(Folded.NOTHING);
        }
        BatchTelemetry.Batch told = telemetry.begin();
        return assignment
                .seen
                .firsts(batch, lane)
                .map(firsts -> fold(assignment, batch, firsts, told))
                .onFailure(Fenced.class)
                .recoverWithItem(() -> fenced(assignment));
    }

    private Folded fold(
            Assignment assignment,
            List<LogRecord> batch,
            SeenEvents.Firsts firsts,
            BatchTelemetry.Batch told) {
        boolean putsBack = assignment.mayPutBack();
        if (putsBack) {
            assignment.fold.putBack();
            assignment.aside.putBack();
        }
        boolean isSetAside = assignment.aside.key() != null;
        told.folds(batch.size(), firsts.records());
        Uni<Void> effects = assignment.fold.fold(firsts.records());
        List<LogRecord> setAside = assignment.fold.setAside();
        long folded = batch.isEmpty() ? assignment.folded : LogRecord.after(batch);
        Checkpoint to = takeAside(assignment, setAside, folded);
        return new Folded(
                firsts.ids(),
                to,
                isSetAside,
                effects,
                SetAside.of(setAside, told.partOf(setAside)),
                told);
    }

    private Uni<Void> write(Assignment assignment, Folded folded, Lane lane) {
        if (folded.effects() == null || assignment.lost) {
            return Uni.createFrom().voidItem();
        }
        // The answers come in this order: a checkpoint that cannot be moved is what is told.
        BatchWrites.Write write = new BatchWrites.Write(
                session -> PlainSql.together(List.of(
                        checkpoints.move(session, assignment, folded.to(), folded.staysSetAside()),
                        assignment.seen.add(session, folded.firsts()),
                        folded.effects())),
                () -> checkpoints.movedBy(assignment, folded.to()));
        return writes.untilDone(assignment, lane, write)
                .invoke(ours -> {
                    if (ours) {
                        assignment.checkpoint = folded.to();
                        assignment.seen.stored(folded.firsts());
                    } else {
                        fenced(assignment);
                    }
                })
                .invoke(folded.told()::end)
                .replaceWithVoid()
                .onFailure(Fenced.class)
                .recoverWithNull();
    }

    /** What was set aside, now that the database knows that it was; or the end of it. */
    private void goOnBeside(Assignment assignment, SetAside setAside, Context context) {
        if (setAside != null) {
            enqueueBeside(assignment, setAside, context);
        } else if (assignment.mayPutBack()) {
            // Nothing may ever be read here again: it is put back by a batch of nothing.
            context.runOnContext(here -> enqueue(assignment, List.of(), false, context));
        }
    }

    private void enqueueBeside(Assignment assignment, SetAside setAside, Context context) {
        Lane lane = lane(context);
        assignment.aside.writing = assignment
                .aside
                .writing
                .thenComposeAsync(
                        before -> beside.write(assignment, setAside, lane)
                                .invoke(() -> inFlight.leave(setAside.records().size()))
                                .invoke(() -> goOnBeside(assignment, null, context))
                                .subscribeAsCompletionStage(),
                        lane.eventLoop())
                .whenComplete((done, bug) -> failed(assignment, bug));
    }
}
