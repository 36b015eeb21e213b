package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.RetrySchedule;
import org.commonfold.revenue.delivery.domain.Sent;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Records what became of messages that were sent, and decides what follows. */
@ApplicationScoped
public class RecordAttempts {

    private final DueDeliveries deliveries;
    private final EndpointDisabling endpoints;
    private final SplittableRandom random = new SplittableRandom();

    RecordAttempts(DueDeliveries deliveries, EndpointDisabling endpoints) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
    }

    /** In the surrounding transaction. */
    public Uni<Void> record(List<Sent> sent) {
        return deliveries
                .record(sent.stream().map(this::tried).toList())
                .chain(failingSince -> disable(reasons(sent, failingSince), sent));
    }

    private synchronized DueDeliveries.Tried tried(Sent sent) {
        if (sent.isSuccess() || sent.isGone()) {
            return new DueDeliveries.Tried(sent, null);
        }
        int attempts = sent.message().step() + 1;
        return new DueDeliveries.Tried(
                sent,
                RetrySchedule.next(attempts, sent.endedAt(), sent.retryAfter(), random.nextDouble())
                        .orElse(null));
    }

    private static Map<EndpointId, String> reasons(
            List<Sent> sent, Map<EndpointId, Instant> failingSince) {
        Map<EndpointId, String> reasons = new LinkedHashMap<>();
        for (Sent one : sent) {
            Instant since = failingSince.get(one.endpointId());
            if (one.isGone()) {
                reasons.put(one.endpointId(), EndpointDisabling.GONE);
            } else if (since != null
                    && !one.endedAt().isBefore(since.plus(RetrySchedule.FAILING_MAX))) {
                reasons.putIfAbsent(one.endpointId(), EndpointDisabling.FAILING);
            }
        }
        return reasons;
    }

    private Uni<Void> disable(Map<EndpointId, String> reasons, List<Sent> sent) {
        Instant at = sent.get(sent.size() - 1).endedAt();
        return Multi.createFrom()
                .iterable(reasons.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        reason -> endpoints.disable(reason.getKey(), reason.getValue(), at))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
