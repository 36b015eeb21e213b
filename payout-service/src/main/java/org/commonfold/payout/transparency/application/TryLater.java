package org.commonfold.payout.transparency.application;

/** There is too much to read of the log at once; what has been read is kept for a while. */
public final class TryLater extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TryLater(String message) {
        super(message, null, false, false);
    }
}
