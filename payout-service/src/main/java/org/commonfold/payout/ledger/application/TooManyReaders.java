package org.commonfold.payout.ledger.application;

/** Others read all there is already; each of them holds a connection for as long as that takes. */
public final class TooManyReaders extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyReaders() {
        super("Too many read everything at once", null, false, false);
    }
}
