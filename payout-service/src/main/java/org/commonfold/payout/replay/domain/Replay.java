package org.commonfold.payout.replay.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A comparison of the ledger with what the log says, from its first record on.
 *
 * @param startedBy which operator
 * @param endedAt null while it runs
 * @param differences the first of them
 * @param failure why it came to no end, or null
 */
public record Replay(
        ReplayId id,
        State state,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        Findings.Counts counts,
        List<Difference> differences,
        String failure) {

    /** What came of it. */
    public enum State {
        RUNNING,
        /** The ledger is what the log says. */
        EQUAL,
        DIFFERENT,
        /** It came to no end, and says nothing. */
        FAILED;

        /** As it is written down. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }
}
