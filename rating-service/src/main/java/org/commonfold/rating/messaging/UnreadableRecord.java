package org.commonfold.rating.messaging;

/** A record of the log that is not what its type says. */
final class UnreadableRecord extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnreadableRecord(String message) {
        super(message);
    }
}
