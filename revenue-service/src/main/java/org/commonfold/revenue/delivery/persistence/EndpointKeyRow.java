package org.commonfold.revenue.delivery.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "endpoint_key")
class EndpointKeyRow {

    @Id
    @Column(name = "key_id")
    UUID keyId;

    @Column(name = "endpoint_id")
    UUID endpointId;

    String scheme;

    String sealed;

    @Column(name = "public_key")
    String publicKey;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    /** What it is sealed for: moved to another row, it does not open. */
    String purpose() {
        return purpose(keyId);
    }

    static String purpose(UUID keyId) {
        return "endpoint_key/" + keyId;
    }

    boolean isValid(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
