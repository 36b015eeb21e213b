package org.commonfold.payout.fold.messaging;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.Rejection;

/** What a record of the log turned out to be. */
public sealed interface Reading {

    /** An event to fold. */
    record Event(CommonsEvent event) implements Reading {}

    /** Nothing that balances depend on. */
    record Skipped() implements Reading {}

    /** Of a type we know, but not what that type must be. */
    record Unreadable(Rejection rejection, String detail) implements Reading {}
}
