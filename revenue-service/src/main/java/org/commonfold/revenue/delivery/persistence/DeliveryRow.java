package org.commonfold.revenue.delivery.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** For reading. It is written by statements alone, many rows at a time. */
@Entity
@Immutable
@Table(name = "delivery")
class DeliveryRow {

    @Id
    @Column(name = "delivery_id")
    UUID deliveryId;

    @Column(name = "endpoint_id")
    UUID endpointId;

    @Column(name = "message_id")
    String messageId;

    @Column(name = "event_type")
    String eventType;

    String body;

    @Column(name = "created_at")
    Instant createdAt;

    String state;

    @Column(name = "attempt_count")
    int attemptCount;

    @Column(name = "next_attempt_at")
    Instant nextAttemptAt;

    @Column(name = "succeeded_at")
    Instant succeededAt;
}
