package org.commonfold.rating.messaging;

import org.commonfold.rating.domain.LogEvent;

record CommonsFoundedV1(String commonsId, CharterV1 charter) implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Founded(
                Fields.commonsId(commonsId), Fields.present("charter", charter).toCharter());
    }
}
