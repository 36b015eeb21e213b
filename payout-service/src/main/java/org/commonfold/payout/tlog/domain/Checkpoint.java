package org.commonfold.payout.tlog.domain;

import java.util.Base64;

/**
 * What the log is at a moment (C2SP tlog-checkpoint).
 *
 * @param origin which log
 * @param size how many entries it has
 * @param root over all of them
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** What is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
