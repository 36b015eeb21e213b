package org.commonfold.revenue.delivery.application;

import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.domain.CommonsId;

import java.util.List;
import java.util.Optional;

/**
 * What is to be different. What is empty stays as it is.
 *
 * @param description without a character: none from now on
 * @param signsV1a whether it gets Ed25519 signatures beside the HMAC
 * @param isEnabled whether anything is sent to it
 */
public record EndpointChange(
        Optional<String> url,
        Optional<String> description,
        Optional<List<EventTypePattern>> eventTypes,
        Optional<List<CommonsId>> commonsIds,
        Optional<Boolean> signsV1a,
        Optional<Boolean> isEnabled) {

    EndpointSettings applyTo(EndpointSettings present) {
        return new EndpointSettings(
                url.orElse(present.url()),
                description.isPresent() ? textOrNone(description.get()) : present.description(),
                eventTypes.orElse(present.eventTypes()),
                commonsIds.orElse(present.commonsIds()),
                signsV1a.orElse(present.signsV1a()));
    }

    private static String textOrNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
