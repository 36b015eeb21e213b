package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.EndpointId;

import java.time.Instant;

/** Ends the sending to an endpoint that cannot be reached. */
public interface EndpointDisabling {

    /** It said so itself (410). */
    String GONE = "gone";

    /** Five days without a success. */
    String FAILING = "failing";

    /**
     * In the surrounding transaction. What is pending is cancelled, and comes back by a recovery
     * once the endpoint is enabled again. The operator is told, and so are those of the partner's
     * other endpoints that want to know. An endpoint that is disabled already, or is not there any
     * more, stays as it is.
     *
     * @param reason {@link #GONE} or {@link #FAILING}
     */
    Uni<Void> disable(EndpointId id, String reason, Instant at);
}
