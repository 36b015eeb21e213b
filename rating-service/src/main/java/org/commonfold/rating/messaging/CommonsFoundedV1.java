package org.commonfold.rating.messaging;

import com.fasterxml.jackson.databind.JsonNode;

import org.commonfold.rating.domain.LogEvent;

record CommonsFoundedV1(String commonsId, CharterV1 charter, JsonNode stewards)
        implements WireRecord {

    @Override
    public LogEvent toEvent() {
        return new LogEvent.Founded(
                Fields.commonsId(commonsId),
                Fields.present("charter", charter).toCharter(),
                Fields.contributorIds(stewards));
    }
}
