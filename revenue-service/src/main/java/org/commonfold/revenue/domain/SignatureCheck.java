package org.commonfold.revenue.domain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks 1.0, symmetric signatures: who sent a message, and when. */
public final class SignatureCheck {

    /** How far a sender's clock, or a slow network, may be off. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";
    /**
     * Visible ASCII without a point: the points stand between id, timestamp and body, and with one
     * more there would be two messages with the same signature.
     */
    private static final Pattern ID = Pattern.compile("[!-~&&[^.]]{1,255}");

    private static final Pattern TIMESTAMP = Pattern.compile("[0-9]{1,12}");

    /** Stands in where a partner has no secret, so that the answer takes as long. */
    private static final byte[] NOBODYS_KEY = new byte[SigningSecret.KEY_BYTES];

    /** Accepts a message that one of these secrets has signed within the tolerance. */
    public Decision<SignedMessage> decide(
            SignedMessage message, List<SigningSecret> secrets, Instant now) {
        // The signature first: who does not hold a secret learns nothing else.
        if (!isComplete(message) || !isSigned(message, secrets)) {
            return Decision.reject(Rejection.BAD_SIGNATURE);
        }
        long secondsOff = now.getEpochSecond() - Long.parseLong(message.timestamp());
        return Math.abs(secondsOff) > TOLERANCE.toSeconds()
                ? Decision.reject(Rejection.TIMESTAMP_OUT_OF_TOLERANCE)
                : Decision.accept(message);
    }

    private static boolean isComplete(SignedMessage message) {
        return message.signatures() != null
                && message.id() != null
                && ID.matcher(message.id()).matches()
                && message.timestamp() != null
                && TIMESTAMP.matcher(message.timestamp()).matches();
    }

    private static boolean isSigned(SignedMessage message, List<SigningSecret> secrets) {
        List<byte[]> given = given(message.signatures());
        if (secrets.isEmpty()) {
            signature(message, NOBODYS_KEY);
        }
        boolean found = false;
        for (SigningSecret secret : secrets) {
            byte[] expected = signature(message, secret.keyBytes());
            for (byte[] one : given) {
                found |= MessageDigest.isEqual(expected, one);
            }
        }
        return found;
    }

    /** Those of our version; others may stand beside them, and so may rubbish. */
    private static List<byte[]> given(String signatures) {
        List<byte[]> given = new ArrayList<>();
        for (String signature : signatures.split(" ")) {
            if (signature.startsWith(VERSION)) {
                // Compared as text: whatever is no Base64 equals none of ours.
                given.add(signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return given;
    }

    private static byte[] signature(SignedMessage message, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String head = message.id() + "." + message.timestamp() + ".";
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(message.body()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
