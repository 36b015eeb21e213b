package org.commonfold.revenue.delivery.domain;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.util.List;

/**
 * What a partner says about an endpoint.
 *
 * @param url where it is; checked by {@link EndpointUrl}
 * @param description for the partner's own people, or null
 * @param eventTypes what it wants to be told of
 * @param commonsIds of which commons; none is all
 * @param signsV1a whether it gets Ed25519 signatures beside the HMAC
 */
public record EndpointSettings(
        String url,
        String description,
        List<EventTypePattern> eventTypes,
        List<CommonsId> commonsIds,
        boolean signsV1a) {

    /** The most types one endpoint names. */
    public static final int EVENT_TYPES_MAX = 20;

    /** The most commons one endpoint names. */
    public static final int COMMONS_MAX = 100;

    /** The longest, in characters. */
    public static final int URL_LENGTH_MAX = 2_048;

    /** The longest, in characters. */
    public static final int DESCRIPTION_LENGTH_MAX = 200;

    /** With the URL in its one form, or the first reason why a partner cannot have them. */
    public Decision<EndpointSettings> decide(UrlRules rules) {
        if (!eventTypes.stream().allMatch(EventTypePattern::isKnown)) {
            return Decision.reject(Rejection.UNKNOWN_EVENT_TYPE);
        }
        return EndpointUrl.decide(url, rules)
                .fold(
                        accepted -> Decision.accept(at(accepted.toString())),
                        Decision::nothingNew,
                        Decision::reject);
    }

    private EndpointSettings at(String normalUrl) {
        return new EndpointSettings(normalUrl, description, eventTypes, commonsIds, signsV1a);
    }
}
