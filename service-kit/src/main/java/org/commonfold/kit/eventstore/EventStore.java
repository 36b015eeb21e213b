package org.commonfold.kit.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.kit.logging.LogIds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Records events in the caller's transaction. What is recorded is sent: the table is the outbox
 * (docs/adr/0002).
 */
@ApplicationScoped
public class EventStore {

    private static final Logger LOG = Logger.getLogger(EventStore.class);

    private final Mutiny.SessionFactory sessions;
    private final ObjectMapper json;
    private final Clock clock;
    private final Ids ids;
    private final String source;

    EventStore(
            Mutiny.SessionFactory sessions,
            ObjectMapper json,
            Clock clock,
            Ids ids,
            @ConfigProperty(name = "quarkus.application.name") String serviceName) {
        this.sessions = sessions;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
        this.source = "/" + serviceName;
    }

    /**
     * Appends events to a stream.
     *
     * @param streamId the aggregate they happened to
     * @param expectedVersion how many events the stream had when the decision was made; when it has
     *     more by now, the transaction fails on {@code event_stream_version} and writes nothing
     */
    public Uni<Void> append(String streamId, long expectedVersion, List<NewEvent> events) {
        List<RecordToSend> records = new ArrayList<>(events.size());
        List<UUID> eventIds = new ArrayList<>(events.size());
        for (NewEvent event : events) {
            UUID id = ids.next();
            eventIds.add(id);
            records.add(record(id, event));
        }
        return persist(streamId, expectedVersion, eventIds, records);
    }

    /** As {@link #append}, of one event with an id that is known before. */
    public Uni<Void> appendNamed(
            String streamId, long expectedVersion, UUID eventId, NewEvent event) {
        return persist(
                streamId, expectedVersion, List.of(eventId), List.of(record(eventId, event)));
    }

    /** Appends one record as it is, with the headers it has: for what is passed on, not decided. */
    public Uni<Void> forward(String streamId, long expectedVersion, RecordToSend record) {
        return persist(streamId, expectedVersion, List.of(ids.next()), List.of(record));
    }

    private Uni<Void> persist(
            String streamId,
            long expectedVersion,
            List<UUID> eventIds,
            List<RecordToSend> records) {
        Instant now = clock.instant();
        Object[] rows = new Object[records.size()];
        for (int i = 0; i < rows.length; i++) {
            long version = expectedVersion + 1 + i;
            rows[i] = new StoredEvent(eventIds.get(i), streamId, version, records.get(i), now);
        }
        return sessions.withTransaction(session -> session.persistAll(rows));
    }

    private RecordToSend record(UUID id, NewEvent event) {
        new LogIds()
                .with(LogIds.EVENT, id.toString())
                .log(() -> LOG.debugf("Recording %s under %s", event.type(), event.key()));
        RecordHeaders headers = CloudEvents.headers(id, source, event, clock.instant());
        W3CTraceContextPropagator.getInstance()
                .inject(Context.current(), headers, RecordHeaders::add);
        return new RecordToSend(event.topic(), utf8(event.key()), headers, bytes(event.data()));
    }

    private byte[] bytes(Object data) {
        try {
            return json.writeValueAsBytes(data);
        } catch (JsonProcessingException bug) {
            throw new IllegalArgumentException("An event that cannot be written as JSON", bug);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
