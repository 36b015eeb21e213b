package org.commonfold.revenue.rest;

import org.commonfold.revenue.domain.SigningSecret;

import java.time.Instant;
import java.util.UUID;

record SigningSecretView(UUID secretId, String secret, Instant createdAt) {

    static SigningSecretView of(SigningSecret secret) {
        return new SigningSecretView(secret.id().value(), secret.serialised(), secret.createdAt());
    }
}
