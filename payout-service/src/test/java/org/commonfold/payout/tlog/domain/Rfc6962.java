package org.commonfold.payout.tlog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * RFC 6962, section 2.1, word by word, and RFC 9162, sections 2.1.3.2 and 2.1.4.2, as a reader of
 * the log would verify: it shares nothing with the code under test.
 */
public final class Rfc6962 {

    private Rfc6962() {}

    public static byte[] treeHash(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leafHash(leaves.get(0));
        }
        int k = Integer.highestOneBit(leaves.size() - 1);
        return nodeHash(treeHash(leaves.subList(0, k)), treeHash(leaves.subList(k, leaves.size())));
    }

    public static byte[] leafHash(byte[] leaf) {
        return sha256(new byte[] {0}, leaf);
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** The root that a proof of inclusion leads to. */
    public static byte[] rootBy(byte[] leaf, long index, long size, List<byte[]> proof) {
        long fn = index;
        long sn = size - 1;
        byte[] hash = leafHash(leaf);
        for (byte[] sibling : proof) {
            assertThat(sn).as("the proof is too long").isPositive();
            if ((fn & 1) == 1 || fn == sn) {
                hash = nodeHash(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = nodeHash(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        assertThat(sn).as("the proof is too short").isZero();
        return hash;
    }

    public static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(part);
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
