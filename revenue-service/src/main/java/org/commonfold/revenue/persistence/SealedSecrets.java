package org.commonfold.revenue.persistence;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.sealing.Sealer;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.SigningSecret;
import org.commonfold.revenue.domain.SigningSecretId;

import java.util.Base64;
import java.util.UUID;

/** A signing secret as a row, in which nobody can read it, and back. */
@ApplicationScoped
class SealedSecrets {

    private final Sealer sealer;

    SealedSecrets(Sealer sealer) {
        this.sealer = sealer;
    }

    SigningSecretRow row(SigningSecret secret) {
        SigningSecretRow row = new SigningSecretRow();
        row.secretId = secret.id().value();
        row.partnerId = secret.partnerId().value();
        row.sealed = seal(row.secretId, secret.key());
        row.createdAt = secret.createdAt();
        return row;
    }

    SigningSecret secret(SigningSecretRow row) {
        return new SigningSecret(
                new SigningSecretId(row.secretId),
                new PartnerId(row.partnerId),
                key(row),
                row.createdAt);
    }

    private String seal(UUID secretId, String key) {
        return sealer.seal(purpose(secretId), Base64.getDecoder().decode(key));
    }

    private String key(SigningSecretRow row) {
        if (row.sealed.indexOf(':') < 0) {
            // Of before secrets were sealed, and read in the moment until it is.
            return row.sealed;
        }
        byte[] key = sealer.open(purpose(row.secretId), row.sealed);
        return Base64.getEncoder().encodeToString(key);
    }

    private static String purpose(UUID secretId) {
        return "signing_secret/" + secretId;
    }
}
