package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointHealth;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Ends the sending to endpoints that have failed for five days, also between two attempts. Where
 * nothing waits that was tried, the next failure decides.
 */
@ApplicationScoped
public class DisableFailing {

    private static final int COUNT_MAX = 100;

    private final Endpoints endpoints;
    private final DisableEndpoint disableEndpoint;
    private final Clock clock;

    DisableFailing(Endpoints endpoints, DisableEndpoint disableEndpoint, Clock clock) {
        this.endpoints = endpoints;
        this.disableEndpoint = disableEndpoint;
        this.clock = clock;
    }

    /**
     * In the surrounding transaction.
     *
     * @return those that were disabled, of which others should be told after it
     */
    public Uni<List<Endpoint>> disable() {
        Instant now = clock.instant();
        return endpoints
                .failingInVain(now.minus(EndpointHealth.FAILING_MAX), COUNT_MAX)
                .chain(endpoints::findForChange)
                .map(found -> found.stream()
                        .filter(Endpoint::isEnabled)
                        .map(one -> one.at(now))
                        .filter(one -> !one.isEnabled())
                        .toList())
                .call(disabled -> disable(disabled));
    }

    private Uni<Void> disable(List<Endpoint> disabled) {
        return Multi.createFrom()
                .iterable(disabled)
                .onItem()
                .transformToUniAndConcatenate(disableEndpoint::disable)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
