package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.DeliveryState;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The deliveries that are to be attempted, shared by all replicas. */
public interface DueDeliveries {

    /**
     * How much may be claimed.
     *
     * @param countMax in all
     * @param perEndpointMax of an endpoint that works and is quick; of any other, one at a time
     * @param lease how long nobody else may claim them
     */
    record Limits(int countMax, int perEndpointMax, Duration lease) {}

    /**
     * An attempt, and what follows.
     *
     * @param nextAttemptAt null when nothing does
     */
    record Tried(Sent sent, Instant nextAttemptAt) {

        /** Where the delivery stands by it. */
        public DeliveryState state() {
            if (nextAttemptAt != null) {
                return DeliveryState.PENDING;
            }
            return sent.isSuccess() ? DeliveryState.SUCCEEDED : DeliveryState.FAILED;
        }
    }

    /**
     * Claims what is due: of each endpoint the oldest, so that none waits for another's.
     *
     * @param inFlight how many of each endpoint this replica is sending already
     */
    Uni<List<Outgoing>> claim(Limits limits, Map<EndpointId, Integer> inFlight, Instant now);

    /**
     * In the surrounding transaction, in which the endpoints are locked: records attempts and when
     * to try again. What another replica has claimed meanwhile is not ours to record.
     */
    Uni<Void> record(List<Tried> tried);

    /** Forgets some of what was made before then and is tried no more. */
    Uni<Integer> deleteBefore(Instant then, int countMax);
}
