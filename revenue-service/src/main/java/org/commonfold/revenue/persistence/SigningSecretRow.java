package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "signing_secret")
class SigningSecretRow {

    @Id
    @Column(name = "secret_id")
    UUID secretId;

    @Column(name = "partner_id")
    UUID partnerId;

    /** As {@link SealedSecrets} has it. */
    String sealed;

    @Column(name = "created_at")
    Instant createdAt;
}
