package org.commonfold.payout.tlog.application;

import org.commonfold.payout.tlog.domain.LogKey;

/** Who signs for the log. */
public interface Signing {

    /** What the operator calls the log, without its number. */
    String origin();

    LogKey key();
}
