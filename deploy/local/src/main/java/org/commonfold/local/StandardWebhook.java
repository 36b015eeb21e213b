package org.commonfold.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as a partner's server does: Standard Webhooks 1.0, scheme v1 (HMAC-SHA256). */
final class StandardWebhook {

    private static final String SECRET_PREFIX = "whsec_";

    private StandardWebhook() {}

    /** The three headers for a body. */
    static Map<String, String> headers(String secret, String id, Instant time, String body) {
        String timestamp = Long.toString(time.getEpochSecond());
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", timestamp,
                "webhook-signature", "v1," + signature(secret, id + "." + timestamp + "." + body));
    }

    private static String signature(String secret, String content) {
        byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = hmac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
