package org.commonfold.payout.transparency.domain;

/** An explanation that gives other amounts than the ledger has: a bug, never to be shown. */
public final class DoesNotAddUp extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DoesNotAddUp(Object entry, Object explained, Object booked) {
        super("Entry " + entry + ": explained " + explained + ", booked " + booked);
    }
}
