package org.commonfold.payout.tlog.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Merkle tree hashes: RFC 6962, section 2.1, with SHA-256. */
public final class Hashes {

    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashes() {}

    static byte[] leaf(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /**
     * Of a range of leaves, from those of the full subtrees that it consists of.
     *
     * @param subtrees from left to right; of a tree without leaves, none
     */
    public static byte[] root(List<byte[]> subtrees) {
        if (subtrees.isEmpty()) {
            return sha256().digest();
        }
        byte[] root = subtrees.get(subtrees.size() - 1);
        for (int each = subtrees.size() - 2; each >= 0; each--) {
            root = node(subtrees.get(each), root);
        }
        return root;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
