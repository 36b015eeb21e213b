package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.RetrySchedule;
import org.commonfold.revenue.delivery.domain.Sent;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Records what became of messages that were sent, and decides what follows. */
@ApplicationScoped
public class RecordAttempts {

    private final Endpoints endpoints;
    private final DueDeliveries deliveries;
    private final DisableEndpoint disableEndpoint;
    private final SplittableRandom random = new SplittableRandom();

    RecordAttempts(Endpoints endpoints, DueDeliveries deliveries, DisableEndpoint disableEndpoint) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.disableEndpoint = disableEndpoint;
    }

    /**
     * In the surrounding transaction.
     *
     * @return the endpoints that were disabled by it, of which others should be told after it
     */
    public Uni<List<Endpoint>> record(List<Sent> sent) {
        Map<EndpointId, List<Sent>> sentTo =
                sent.stream().collect(Collectors.groupingBy(Sent::endpointId));
        return endpoints
                .findForChange(sentTo.keySet())
                .call(() -> deliveries.record(sent.stream().map(this::tried).toList()))
                .chain(found -> follow(found, sentTo));
    }

    private synchronized DueDeliveries.Tried tried(Sent sent) {
        if (sent.isSuccess() || sent.isGone()) {
            return new DueDeliveries.Tried(sent, null);
        }
        int attempts = sent.message().claim().step() + 1;
        return new DueDeliveries.Tried(
                sent,
                RetrySchedule.next(attempts, sent.endedAt(), sent.retryAfter(), random.nextDouble())
                        .orElse(null));
    }

    private Uni<List<Endpoint>> follow(List<Endpoint> before, Map<EndpointId, List<Sent>> sentTo) {
        return Multi.createFrom()
                .iterable(before)
                .onItem()
                .transformToUniAndConcatenate(one -> follow(one, one.after(sentTo.get(one.id()))))
                .collect()
                .asList();
    }

    /** Nothing, unless it was disabled. */
    private Uni<Endpoint> follow(Endpoint before, Endpoint after) {
        if (after.equals(before)) {
            return Uni.createFrom().nullItem();
        }
        return after.isEnabled()
                ? endpoints.update(after).replaceWith((Endpoint) null)
                : disableEndpoint.disable(after).replaceWith(after);
    }
}
