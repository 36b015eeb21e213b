package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.domain.Rejection;

/** A field that is missing, null or not of its type. */
final class UnreadableField extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Rejection rejection;

    UnreadableField(Rejection rejection, String message) {
        super(message, null, false, false);
        this.rejection = rejection;
    }

    static UnreadableField of(String name, String expected) {
        return new UnreadableField(Rejection.UNREADABLE, name + " is not " + expected);
    }

    Rejection rejection() {
        return rejection;
    }
}
