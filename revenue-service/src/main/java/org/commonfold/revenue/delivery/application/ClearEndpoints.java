package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cancels and deletes what endpoints have left that were disabled or removed: some at a time, so
 * that what is sent to others does not wait.
 */
@ApplicationScoped
public class ClearEndpoints {

    private final Endpoints endpoints;
    private final DeliveryQueue queue;

    ClearEndpoints(Endpoints endpoints, DeliveryQueue queue) {
        this.endpoints = endpoints;
        this.queue = queue;
    }

    /**
     * In the surrounding transaction.
     *
     * @return whether there was anything
     */
    public Uni<Boolean> clearOne() {
        return endpoints
                .anyRemoved()
                .chain(removed -> removed.isPresent()
                        ? endpoints.clear(removed.get()).replaceWith(true)
                        : cancelOne());
    }

    private Uni<Boolean> cancelOne() {
        return endpoints
                .anyDisabledWithPending()
                .chain(disabled -> disabled.isPresent()
                        ? queue.cancelPending(disabled.get()).replaceWith(true)
                        : Uni.createFrom().item(false));
    }
}
