package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.domain.SigningSecret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

/**
 * A signing secret.
 *
 * @param secret only in the answer to who asked for a new one; otherwise null
 */
record SigningSecretView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000f1")
        UUID secretId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Only when you asked for a new one: it is shown nowhere else",
                examples = "whsec_ZXhhbXBsZSBvZiAzMiBieXRlcywgbm8gc2VjcmV0LiE=")
        String secret,

        @Schema(examples = "2026-11-23T09:00:00Z") Instant createdAt) {

    static SigningSecretView of(SigningSecret secret) {
        return new SigningSecretView(secret.id().value(), null, secret.createdAt());
    }

    static SigningSecretView withSecret(SigningSecret secret) {
        return new SigningSecretView(secret.id().value(), secret.serialised(), secret.createdAt());
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "SigningSecretView[" + secretId + "]";
    }
}
