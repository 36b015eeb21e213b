package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;

/** The data of an event, with only the fields used here. Any of them may be missing. */
interface WireRecord {

    /**
     * Its meaning.
     *
     * @throws UnreadableRecord when a field is missing or has not its form
     */
    LogEvent toEvent();
}
