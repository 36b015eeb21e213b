package org.commonfold.payout.fold.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Ids that are the same whenever the same part of the log is folded. */
final class DerivedId {

    private DerivedId() {}

    /**
     * A UUID version 7 (RFC 9562, section 5.7) whose 74 free bits are of the SHA-256 of a name.
     *
     * @param at the time in it
     */
    static UUID of(String name, Instant at) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(name));
        long most = at.toEpochMilli() << 16 | 0x7000 | digest.getLong() & 0xfff;
        long least = digest.getLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
