package org.commonfold.kit.projection;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;

/** 64 bits of SHA-256 of record keys; those that came last are remembered: a log has few. */
final class KeyHashes {

    private static final int KEYS_MAX = 1_000;

    private final Map<ByteBuffer, Long> hashes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > KEYS_MAX;
        }
    };

    long of(byte[] key) {
        ByteBuffer bytes = ByteBuffer.wrap(key == null ? new byte[0] : key);
        return hashes.computeIfAbsent(bytes, KeyHashes::sha256);
    }

    private static long sha256(ByteBuffer key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(key.array())).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
