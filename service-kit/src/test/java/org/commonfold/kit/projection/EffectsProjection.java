package org.commonfold.kit.projection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes a row of every record, and fails as long as it is told to. Records under {@link #SLOW} are
 * set aside, and each batch of them needs a permit.
 */
@Singleton
class EffectsProjection implements LogProjection {

    static final String SLOW = "slow";

    private static final String INSERT = """
            insert into effect (partition, log_offset, event_id)
            values (:partition, :offset, :id)""";

    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger assignments = new AtomicInteger();
    final AtomicInteger putBack = new AtomicInteger();
    final Semaphore permits = new Semaphore(0);
    final List<Long> refolded = new CopyOnWriteArrayList<>();
    volatile boolean fails;
    volatile boolean othersFail;
    volatile boolean rebuilds;

    private final Mutiny.SessionFactory sessions;
    private final LogReader reader;

    EffectsProjection(Mutiny.SessionFactory sessions, LogReader reader) {
        this.sessions = sessions;
        this.reader = reader;
    }

    @Incoming(LogReader.CHANNEL)
    Uni<Void> read(ConsumerRecords<byte[], byte[]> batch) {
        return reader.read(batch);
    }

    @Override
    public PartitionFold assigned(int partition, Checkpoint checkpoint) {
        assignments.incrementAndGet();
        return new Fold(checkpoint);
    }

    private final class Fold implements PartitionFold {

        private boolean isSlowAside;
        private final long asideFrom;
        private List<LogRecord> setAside = List.of();

        Fold(Checkpoint checkpoint) {
            isSlowAside = checkpoint.keySetAside() != null;
            asideFrom = checkpoint.next();
        }

        @Override
        public long startsAt(long checkpoint) {
            return rebuilds ? 0 : checkpoint;
        }

        @Override
        public void refold(List<LogRecord> records) {
            rest(records, isSlowAside).forEach(record -> refolded.add(record.offset()));
        }

        @Override
        public Uni<Void> fold(List<LogRecord> records) {
            return effects(rest(records, true), true);
        }

        private List<LogRecord> rest(List<LogRecord> records, boolean setsAside) {
            List<LogRecord> rest = new ArrayList<>();
            setAside = new ArrayList<>();
            for (LogRecord record : records) {
                boolean isSlow = SLOW.equals(record.keyText()) && record.offset() >= asideFrom;
                (isSlow && setsAside ? setAside : rest).add(record);
            }
            isSlowAside |= !setAside.isEmpty();
            return rest;
        }

        @Override
        public List<LogRecord> setAside() {
            return setAside;
        }

        @Override
        public Uni<Void> foldAside(List<LogRecord> records) {
            permits.acquireUninterruptibly();
            return effects(records, false);
        }

        @Override
        public void putBack() {
            isSlowAside = false;
            putBack.incrementAndGet();
        }
    }

    private Uni<Void> effects(List<LogRecord> records, boolean isOfOthers) {
        Uni<Void> effects = Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(this::insert)
                .collect()
                .last();
        return effects.invoke(() -> {
            attempts.incrementAndGet();
            if (fails || othersFail && isOfOthers) {
                throw new IllegalStateException("As the test wants it");
            }
        });
    }

    private Uni<Void> insert(LogRecord record) {
        return sessions.withTransaction(session -> session.createNativeQuery(INSERT)
                .setParameter("partition", record.partition())
                .setParameter("offset", record.offset())
                .setParameter("id", record.eventId())
                .executeUpdate()
                .replaceWithVoid());
    }
}
