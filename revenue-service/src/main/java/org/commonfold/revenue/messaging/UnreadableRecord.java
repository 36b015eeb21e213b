package org.commonfold.revenue.messaging;

/** A record of the log that is not what its type says. */
public final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnreadableRecord(String message) {
        super(message);
    }
}
