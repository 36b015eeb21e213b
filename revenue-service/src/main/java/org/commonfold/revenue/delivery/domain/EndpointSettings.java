package org.commonfold.revenue.delivery.domain;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Rejection;

import java.util.List;
import java.util.Optional;

/**
 * What a partner says about an endpoint.
 *
 * @param url where it is; checked by {@link EndpointUrl}
 * @param description for the partner's own people, or null
 * @param eventTypes what it wants to be told of
 * @param commonsIds of which commons; none is all
 */
public record EndpointSettings(
        String url,
        String description,
        List<EventTypePattern> eventTypes,
        List<CommonsId> commonsIds) {

    /** The most types one endpoint names. */
    public static final int EVENT_TYPES_MAX = 20;

    /** The most commons one endpoint names. */
    public static final int COMMONS_MAX = 100;

    /** The longest, in characters. */
    public static final int URL_LENGTH_MAX = 2_048;

    /** The longest, in characters. */
    public static final int DESCRIPTION_LENGTH_MAX = 200;

    /** The first reason why a partner cannot have these settings, if there is one. */
    public Optional<Rejection> refusal(UrlRules rules) {
        if (!eventTypes.stream().allMatch(EventTypePattern::isKnown)) {
            return Optional.of(Rejection.UNKNOWN_EVENT_TYPE);
        }
        return EndpointUrl.decide(url, rules)
                .fold(accepted -> Optional.empty(), Optional::empty, Optional::of);
    }
}
