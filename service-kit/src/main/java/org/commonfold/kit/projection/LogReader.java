package org.commonfold.kit.projection;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.commonfold.kit.outbox.OutboxRelay;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the log into the database, exactly once in effect: what a batch of records changes and the
 * partition's checkpoint are written in one transaction, the checkpoint by compare-and-set
 * (docs/adr/0003). A process that has lost its partition without knowing fails that comparison and
 * writes nothing.
 */
@ApplicationScoped
public class LogReader {

    /** The incoming channel that a service connects to {@link #read}. */
    public static final String CHANNEL = "log";

    private final Mutiny.SessionFactory sessions;
    private final Checkpoints checkpoints;
    private final SeenEvents seenEvents;
    private final LogAssignments assignments;
    private final Patience patience;
    private final OutboxRelay outbox;
    private final BatchTelemetry telemetry;

    LogReader(
            Mutiny.SessionFactory sessions,
            Checkpoints checkpoints,
            SeenEvents seenEvents,
            @Identifier(CHANNEL) LogAssignments assignments,
            Patience patience,
            OutboxRelay outbox,
            BatchTelemetry telemetry) {
        this.sessions = sessions;
        this.checkpoints = checkpoints;
        this.seenEvents = seenEvents;
        this.assignments = assignments;
        this.patience = patience;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /**
     * Folds a batch as it was polled. Completes when all of it is in the database, or belongs to
     * somebody else; an outage of the database only delays it.
     */
    public Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        return Multi.createFrom()
                .iterable(batch.partitions())
                .onItem()
                .transformToUniAndConcatenate(tp -> readPartition(tp, batch.records(tp)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> readPartition(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> polled) {
        Assignment assignment = assignments.current(partition);
        if (assignment == null
                || !assignments.continues(assignment, polled.get(0).offset())) {
            return Uni.createFrom().voidItem();
        }
        List<LogRecord> written = new ArrayList<>();
        List<LogRecord> unwritten = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            if (record.offset() >= assignment.next) {
                boolean isWritten = record.offset() < assignment.checkpoint;
                (isWritten ? written : unwritten).add(LogRecord.of(record));
            }
        }
        telemetry.read(unwritten);
        return refold(assignment, written).chain(() -> fold(assignment, unwritten));
    }

    private Uni<Void> refold(Assignment assignment, List<LogRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return patience.untilDone(() -> seenEvents.firsts(records))
                .invoke(assignment.fold::refold)
                .invoke(() -> assignment.next = after(records))
                .replaceWithVoid();
    }

    private Uni<Void> fold(Assignment assignment, List<LogRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        BatchTelemetry.Batch batch = telemetry.begin();
        return patience.untilDone(() -> seenEvents.firsts(records))
                .invoke(firsts -> batch.folds(records.size(), firsts))
                .chain(firsts -> write(assignment, after(records), firsts))
                .invoke(batch::end);
    }

    private Uni<Void> write(Assignment assignment, long next, List<LogRecord> firsts) {
        Uni<Void> effects = assignment.fold.fold(firsts);
        return patience.untilDone(() -> writeOnce(assignment, next, firsts, effects))
                .invoke(ours -> {
                    if (ours) {
                        assignment.next = next;
                        assignment.checkpoint = next;
                        outbox.wake();
                    } else {
                        assignments.fenced(assignment);
                    }
                })
                .replaceWithVoid();
    }

    /** True when the effects are in the database by our hand; false when another was there. */
    private Uni<Boolean> writeOnce(
            Assignment assignment, long next, List<LogRecord> firsts, Uni<Void> effects) {
        TopicPartition partition = assignment.partition;
        return sessions.withTransaction(session -> checkpoints
                        .move(session, partition, assignment.checkpoint, next)
                        .chain(() -> seenEvents.add(session, partition, firsts))
                        .chain(() -> effects)
                        .replaceWith(true))
                .onFailure(Fenced.class)
                .recoverWithUni(() -> checkpoints.movedByUs(partition, next));
    }

    private static long after(List<LogRecord> records) {
        return records.get(records.size() - 1).offset() + 1;
    }
}
