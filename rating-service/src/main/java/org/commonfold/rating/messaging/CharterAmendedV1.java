package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;

record CharterAmendedV1(String commonsId, CharterV1 charter) implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Amended(
                Fields.commonsId(commonsId), Fields.present("charter", charter).toCharter());
    }
}
