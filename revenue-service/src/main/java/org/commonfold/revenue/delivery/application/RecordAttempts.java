package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.RetrySchedule;
import org.commonfold.revenue.delivery.domain.Sent;

import java.time.Duration;
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
                .call(found -> deliveries.record(tried(sent, found)))
                .chain(found -> follow(found, sentTo));
    }

    private List<DueDeliveries.Tried> tried(List<Sent> sent, List<Endpoint> found) {
        Map<EndpointId, String> urls = found.stream()
                .collect(Collectors.toMap(Endpoint::id, one -> one.settings().url()));
        return sent.stream().map(one -> tried(one, urls.get(one.endpointId()))).toList();
    }

    /** What the receiver at a former URL wants is not what the one at the new URL wants. */
    private synchronized DueDeliveries.Tried tried(Sent sent, String url) {
        boolean isHere = sent.isTo(url);
        if (sent.isSuccess() || isHere && sent.isGone()) {
            return new DueDeliveries.Tried(sent, null);
        }
        int attempts = sent.message().claim().step() + 1;
        Duration retryAfter = isHere ? sent.retryAfter() : null;
        return new DueDeliveries.Tried(
                sent,
                RetrySchedule.next(attempts, sent.endedAt(), retryAfter, random.nextDouble())
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
