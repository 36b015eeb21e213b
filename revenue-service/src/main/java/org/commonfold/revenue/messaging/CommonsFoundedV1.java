package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.LogEvent;

record CommonsFoundedV1(String commonsId) implements WireRecord {

    static final String TYPE = "CommonsFounded.v1";

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Founded(Fields.commonsId(commonsId));
    }
}
