package org.commonfold.kit.eventstore;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** One row of the event store: an event as it is sent to Kafka, byte for byte. Never changed. */
@Entity
@Immutable
@Table(name = "event")
class StoredEvent {

    @Id
    @Column(name = "event_id")
    UUID eventId;

    @Column(name = "stream_id")
    String streamId;

    @Column(name = "version")
    long version;

    @Column(name = "topic")
    String topic;

    @Column(name = "record_key")
    byte[] recordKey;

    @Column(name = "headers")
    @ColumnTransformer(read = "cast(headers as text)", write = "cast(cast(? as text) as json)")
    String headers;

    @Column(name = "data")
    byte[] data;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** For Hibernate. */
    StoredEvent() {}

    StoredEvent(UUID eventId, String streamId, long version, RecordToSend record, Instant now) {
        this.eventId = eventId;
        this.streamId = streamId;
        this.version = version;
        this.topic = record.topic();
        this.recordKey = record.key();
        this.headers = record.headers().toJson();
        this.data = record.value();
        this.recordedAt = now;
    }
}
