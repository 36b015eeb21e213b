package org.commonfold.kit.projection;

import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes a row of every record, and fails as long as it is told to. */
@Singleton
class EffectsProjection implements LogProjection {

    private static final String INSERT = """
            insert into effect (partition, log_offset, event_id)
            values (:partition, :offset, :id)""";

    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger assignments = new AtomicInteger();
    final List<Long> refolded = new CopyOnWriteArrayList<>();
    volatile boolean fails;
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
    public PartitionFold assigned(int partition, long checkpoint) {
        assignments.incrementAndGet();
        return new Fold();
    }

    private final class Fold implements PartitionFold {

        @Override
        public long startsAt(long checkpoint) {
            return rebuilds ? 0 : checkpoint;
        }

        @Override
        public void refold(List<LogRecord> records) {
            records.forEach(record -> refolded.add(record.offset()));
        }

        @Override
        public Uni<Void> fold(List<LogRecord> records) {
            Uni<Void> effects = Uni.createFrom().voidItem();
            for (LogRecord record : records) {
                effects = effects.chain(() -> insert(record));
            }
            return effects.invoke(() -> {
                attempts.incrementAndGet();
                if (fails) {
                    throw new IllegalStateException("As the test wants it");
                }
            });
        }
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
