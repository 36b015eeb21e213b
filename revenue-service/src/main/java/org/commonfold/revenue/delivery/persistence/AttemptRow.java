package org.commonfold.revenue.delivery.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

/** For reading. */
@Entity
@Immutable
@Table(name = "attempt")
@IdClass(AttemptRowId.class)
class AttemptRow {

    @Id
    @Column(name = "delivery_id")
    UUID deliveryId;

    @Id
    int number;

    @Column(name = "attempted_at")
    Instant attemptedAt;

    @Column(name = "latency_millis")
    int latencyMillis;

    Integer status;

    String failure;

    String answer;
}
