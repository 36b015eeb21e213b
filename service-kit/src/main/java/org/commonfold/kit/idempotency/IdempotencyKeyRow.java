package org.commonfold.kit.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

import java.time.Instant;

/** The first answer to a keyed request. */
@Entity
@Immutable
@Table(name = "idempotency_key")
@IdClass(IdempotencyKeyId.class)
class IdempotencyKeyRow {

    @Id
    String caller;

    @Id
    String key;

    byte[] fingerprint;
    int status;

    @ColumnTransformer(read = "cast(headers as text)", write = "cast(cast(? as text) as json)")
    String headers;

    byte[] body;

    @Column(name = "created_at")
    Instant createdAt;

    /** For Hibernate. */
    IdempotencyKeyRow() {}

    IdempotencyKeyRow(
            IdempotencyKeyId id,
            byte[] fingerprint,
            StoredAnswer answer,
            ObjectMapper json,
            Instant now) {
        this.caller = id.caller();
        this.key = id.key();
        this.fingerprint = fingerprint;
        this.status = answer.status();
        this.headers = answer.headersAsJson(json);
        this.body = answer.body();
        this.createdAt = now;
    }

    StoredAnswer answer(ObjectMapper json) {
        return StoredAnswer.of(status, headers, body, json);
    }
}
