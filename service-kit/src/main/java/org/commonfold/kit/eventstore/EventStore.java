package org.commonfold.kit.eventstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.identity.Ids;
import org.commonfold.kit.logging.LogIds;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

    private static final String INSERT = """
            insert into event
                   (event_id, stream_id, version, topic, record_key, headers, data, recorded_at)
            values ($1, $2, $3, $4, $5, cast(cast($6 as text) as json), $7, $8)""";

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
     * Appends what a command decided to a stream: past Hibernate, so that what else is written past
     * it may travel together with this.
     *
     * @param streamId the aggregate they happened to
     * @param expectedVersion how many events the stream had when the decision was made; when it has
     *     more by now, the transaction fails on {@code event_stream_version} and writes nothing
     */
    public Uni<Void> append(String streamId, long expectedVersion, List<NewEvent> events) {
        // All or none of them, also for a caller that has begun no transaction.
        return sessions.withTransaction(session -> {
            List<Uni<Void>> rows = new ArrayList<>(events.size());
            for (NewEvent event : events) {
                rows.add(appendNamed(streamId, expectedVersion + rows.size(), ids.next(), event));
            }
            return PlainSql.together(rows);
        });
    }

    /** Appends one event with an id that is known before. */
    public Uni<Void> appendNamed(
            String streamId, long expectedVersion, UUID eventId, NewEvent event) {
        return insert(streamId, expectedVersion, eventId, record(eventId, event));
    }

    /**
     * As {@link #appendNamed}, of a record as it is, with the headers it has: for what is passed
     * on, not decided.
     */
    public Uni<Void> forward(String streamId, long expectedVersion, RecordToSend record) {
        return insert(streamId, expectedVersion, ids.next(), record);
    }

    private Uni<Void> insert(
            String streamId, long expectedVersion, UUID eventId, RecordToSend record) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return sessions.withTransaction(session -> PlainSql.execute(
                        session,
                        INSERT,
                        eventId,
                        streamId,
                        expectedVersion + 1,
                        record.topic(),
                        buffer(record.key()),
                        record.headers().toJson(),
                        buffer(record.value()),
                        now)
                .replaceWithVoid());
    }

    private static Buffer buffer(byte[] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }

    private RecordToSend record(UUID id, NewEvent event) {
        if (LOG.isDebugEnabled()) {
            new LogIds()
                    .with(LogIds.EVENT, id.toString())
                    .log(() -> LOG.debugf("Recording %s under %s", event.type(), event.key()));
        }
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
