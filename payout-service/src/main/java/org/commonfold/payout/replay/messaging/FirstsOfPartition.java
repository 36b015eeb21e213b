package org.commonfold.payout.replay.messaging;

import org.commonfold.kit.projection.LogRecord;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Set;

/**
 * Recognizes events that stand in a partition a second time, by their {@code ce_id}: by
 * itself, since what the ledger remembers of them is what is to be verified. It keeps half of a
 * SHA-256 of each.
 */
final class FirstsOfPartition {

    private record Half(long first, long second) {}

    private final Set<Half> seen = new HashSet<>();

    /** A record without an id is always new. */
    boolean isFirst(LogRecord record) {
        return record.eventId() == null || seen.add(half(record));
    }

    private static Half half(LogRecord record) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            ByteBuffer digest = ByteBuffer.wrap(
                    sha256.digest(record.eventId().getBytes(StandardCharsets.UTF_8)));
            return new Half(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
