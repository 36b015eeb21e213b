package org.commonfold.kit.sealing;

import io.quarkus.runtime.StartupEvent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.jboss.logging.Logger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what the database keeps and nobody may read there: AES-256-GCM (NIST SP 800-38D) with a
 * random nonce of 96 bits and a tag of 128. A sealed value is {@code <key id>:<Base64url of nonce,
 * ciphertext and tag>}, and opens only for the purpose it was sealed for: moved to another row, it
 * does not.
 */
@ApplicationScoped
public class Sealer {

    /** The key that is published with the source, so that a service starts with no setting. */
    static final String DEVELOPMENT = "development";

    private static final Logger LOG = Logger.getLogger(Sealer.class);
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Sealer(SealingSettings settings) {
        this(SealingKeys.of(settings.keys()));
    }

    Sealer(SealingKeys keys) {
        this.keys = keys;
    }

    void warn(@Observes StartupEvent started) {
        if (keys.currentId().equals(DEVELOPMENT)) {
            LOG.warn("Secrets are sealed with the published development key:"
                    + " set SEALING_KEYS to <id>:<Base64 of 32 random bytes>");
        }
    }

    /**
     * @param purpose what it is and whose, such as {@code signing_secret/<id>}
     */
    public String seal(String purpose, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, keys.current(), nonce, purpose, secret);
        byte[] all = ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return keys.currentId() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * @param purpose as it was given when it was sealed
     * @throws IllegalStateException for a key that this service does not have, another purpose, or
     *     a value that was altered
     */
    public byte[] open(String purpose, String sealed) {
        int colon = sealed.indexOf(':');
        String keyId = sealed.substring(0, Math.max(colon, 0));
        SecretKey key = keys.named(keyId)
                .orElseThrow(() -> new IllegalStateException(
                        "sealing.keys has no key '%s', which %s was sealed with"
                                .formatted(keyId, purpose)));
        ByteBuffer all =
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.substring(colon + 1)));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] rest = new byte[all.remaining()];
        all.get(rest);
        return apply(Cipher.DECRYPT_MODE, key, nonce, purpose, rest);
    }

    /** Whether it was sealed with the key that seals today: otherwise it is to be sealed anew. */
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(currentPrefix());
    }

    /** With what a value that {@link #isCurrent} begins: for a query after those that are not. */
    public String currentPrefix() {
        return keys.currentId() + ":";
    }

    private static byte[] apply(
            int mode, SecretKey key, byte[] nonce, String purpose, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("What is kept of " + purpose + " was altered", altered);
        }
    }
}
