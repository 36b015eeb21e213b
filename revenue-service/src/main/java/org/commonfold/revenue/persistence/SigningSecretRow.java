package org.commonfold.revenue.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import java.time.Instant;
import java.util.UUID;

@Entity
@Immutable
@Table(name = "signing_secret")
class SigningSecretRow {

    @Id
    @Column(name = "secret_id")
    UUID secretId;

    @Column(name = "partner_id")
    UUID partnerId;

    String key;

    @Column(name = "created_at")
    Instant createdAt;
}
