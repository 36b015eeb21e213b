package org.commonfold.revenue.delivery.http;

import org.commonfold.revenue.delivery.domain.EndpointId;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What this replica is sending: how many messages to each endpoint. */
final class InFlight {

    private final Map<EndpointId, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicInteger total = new AtomicInteger();

    void begin(EndpointId endpoint) {
        counts.merge(endpoint, 1, Integer::sum);
        total.incrementAndGet();
    }

    void end(EndpointId endpoint) {
        counts.computeIfPresent(endpoint, (id, count) -> count == 1 ? null : count - 1);
        total.decrementAndGet();
    }

    int total() {
        return total.get();
    }

    Map<EndpointId, Integer> counts() {
        return Map.copyOf(counts);
    }
}
