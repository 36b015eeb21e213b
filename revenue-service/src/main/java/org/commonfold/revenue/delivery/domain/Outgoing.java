package org.commonfold.revenue.delivery.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message that is to be sent now, by whoever has claimed it.
 *
 * @param messageId the webhook-id
 */
public record Outgoing(DeliveryId id, Target target, String messageId, String body, Claim claim) {

    /**
     * Where it goes.
     *
     * @param keys that sign, those of v1 first; none when they cannot be read
     */
    public record Target(EndpointId endpointId, String url, List<SigningKey> keys) {}

    /** What goes into {@code webhook-signature}. */
    public String signatures(Instant at) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return target.keys().stream()
                .map(key -> key.sign(messageId, at.getEpochSecond(), bytes))
                .collect(Collectors.joining(" "));
    }

    /** Without the body, which is the partner's alone. */
    @Override
    public String toString() {
        return "Outgoing[" + id + "]";
    }
}
