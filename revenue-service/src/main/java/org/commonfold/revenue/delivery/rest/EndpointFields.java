package org.commonfold.revenue.delivery.rest;

import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.domain.CommonsId;

import java.util.List;
import java.util.UUID;

/** The forms of what partners say about endpoints. */
final class EndpointFields {

    static final String URL_PATTERN = "[!-~]+";

    /** A name of the catalogue, or a pattern of names. */
    static final String EVENT_TYPE_PATTERN = "[a-z0-9_.*]{1,64}";

    private EndpointFields() {}

    static List<EventTypePattern> eventTypes(List<String> texts) {
        return texts.stream().distinct().map(EventTypePattern::new).toList();
    }

    static List<CommonsId> commonsIds(List<UUID> ids) {
        return ids.stream().distinct().map(CommonsId::new).toList();
    }
}
