package org.commonfold.revenue.rest;

import jakarta.validation.constraints.Pattern;

import org.commonfold.revenue.domain.SigningSecret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a partner may ask for.
 *
 * @param secret one of its own; without it, it gets a new one
 */
record SigningSecretRequest(
        @Pattern(regexp = SigningSecret.SERIALISED_PATTERN)
        @Schema(
                description = "A secret of your own; without it you get one of 32 random bytes",
                examples = "whsec_ZXhhbXBsZSBvZiAzMiBieXRlcywgbm8gc2VjcmV0LiE=")
        String secret) {

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "SigningSecretRequest[]";
    }
}
