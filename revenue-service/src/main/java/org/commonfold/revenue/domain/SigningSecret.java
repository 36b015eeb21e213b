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

    private static final String PREFIX = "whsec_";

    /** Whether a partner that has these may have one more. */
    public static Decision<SigningSecret> add(SigningSecret proposed, List<SigningSecret> present) {
        return present.size() < COUNT_MAX
                ? Decision.accept(proposed)
                : Decision.reject(Rejection.TOO_MANY_SIGNING_SECRETS);
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
