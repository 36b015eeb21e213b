package org.commonfold.revenue.domain;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * What a partner signs its webhooks with, and we verify them with (Standard Webhooks 1.0).
 *
 * @param key 24–64 bytes, in Base64
 */
public record SigningSecret(
        SigningSecretId id, PartnerId partnerId, String key, Instant createdAt) {

    /** How many random bytes are in a new one. */
    public static final int KEY_BYTES = 32;

    /** Two, so that a partner can change from one to the other without a gap. */
    public static final int COUNT_MAX = 2;

    /** 24–64 bytes, as Standard Webhooks 1.0 has it. */
    public static final String SERIALISED_PATTERN = "whsec_[A-Za-z0-9+/]{1,100}={0,2}";

    private static final int KEY_BYTES_MIN = 24;
    private static final int KEY_BYTES_MAX = 64;
    private static final String PREFIX = "whsec_";

    /**
     * The key of a secret that a partner brings along.
     *
     * @param serialised by the pattern above
     * @return 24–64 bytes, in Base64
     */
    public static Decision<String> keyOf(String serialised) {
        String key = serialised.substring(PREFIX.length());
        return isKey(key)
                ? Decision.accept(key)
                : Decision.reject(Rejection.INVALID_SIGNING_SECRET);
    }

    /** To the letter what we would write: others might read anything else as another key. */
    private static boolean isKey(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            return bytes.length >= KEY_BYTES_MIN
                    && bytes.length <= KEY_BYTES_MAX
                    && Base64.getEncoder().encodeToString(bytes).equals(key);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** Whether a partner that has these may have one more. */
    public static Decision<SigningSecret> add(SigningSecret proposed, List<SigningSecret> present) {
        if (present.size() >= COUNT_MAX) {
            return Decision.reject(Rejection.TOO_MANY_SIGNING_SECRETS);
        }
        // The same twice would look like a rotation, and deleting one would leave the other.
        return present.stream().anyMatch(one -> one.key.equals(proposed.key))
                ? Decision.reject(Rejection.SIGNING_SECRET_TWICE)
                : Decision.accept(proposed);
    }

    /** As the partner is given it: with the prefix that tells what it is. */
    public String serialised() {
        return PREFIX + key;
    }

    byte[] keyBytes() {
        return Base64.getDecoder().decode(key);
    }

    /** Without the key, which belongs in no log. */
    @Override
    public String toString() {
        return "SigningSecret[" + id + " of " + partnerId + "]";
    }
}
