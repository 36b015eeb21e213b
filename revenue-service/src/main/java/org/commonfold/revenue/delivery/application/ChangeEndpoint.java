package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;
import java.util.function.LongPredicate;

/** Changes what a partner said about an endpoint, or disables and enables it. */
@ApplicationScoped
public class ChangeEndpoint {

    private final FindEndpoint findEndpoint;
    private final Endpoints endpoints;
    private final EndpointRules rules;
    private final EndpointKeys keys;
    private final DeliveryQueue queue;
    private final Clock clock;

    ChangeEndpoint(
            FindEndpoint findEndpoint,
            Endpoints endpoints,
            EndpointRules rules,
            EndpointKeys keys,
            DeliveryQueue queue,
            Clock clock) {
        this.findEndpoint = findEndpoint;
        this.endpoints = endpoints;
        this.rules = rules;
        this.keys = keys;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * What is pending when it is disabled is cancelled, and comes back by a recovery.
     *
     * @param expected whether a version is the one that the change is meant for
     */
    public Uni<Decision<Endpoint>> change(
            EndpointOfPartner place, EndpointChange change, LongPredicate expected) {
        return findEndpoint
                .forChange(place)
                .chain(decision -> decision.fold(
                        endpoint -> expected.test(endpoint.version())
                                ? change(endpoint, change)
                                : rejected(Rejection.ENDPOINT_CHANGED),
                        () -> Uni.createFrom().item(decision),
                        ChangeEndpoint::rejected));
    }

    private Uni<Decision<Endpoint>> change(Endpoint endpoint, EndpointChange change) {
        EndpointSettings settings = change.applyTo(endpoint.settings());
        if (settings.equals(endpoint.settings())) {
            return update(endpoint, endpoint, change);
        }
        return rules.check(settings)
                .chain(decision -> decision.fold(
                        accepted -> update(endpoint, endpoint.with(accepted), change),
                        () -> update(endpoint, endpoint, change),
                        ChangeEndpoint::rejected));
    }

    private Uni<Decision<Endpoint>> update(
            Endpoint before, Endpoint withSettings, EndpointChange change) {
        Endpoint after = change.isEnabled()
                .map(isEnabled -> isEnabled
                        ? withSettings.enabled()
                        : withSettings.disabled(Endpoint.PAUSED, clock.instant()))
                .orElse(withSettings);
        if (after.equals(before)) {
            return Uni.createFrom().item(Decision.accept(before));
        }
        return endpoints
                .update(after)
                .chain(() -> changeKeys(before, after))
                .chain(() -> after.isEnabled()
                        ? Uni.createFrom().voidItem()
                        : queue.cancelPending(after.id()))
                .replaceWith(Decision.accept(after));
    }

    private Uni<Void> changeKeys(Endpoint before, Endpoint after) {
        boolean signsV1a = after.settings().signsV1a();
        if (signsV1a == before.settings().signsV1a()) {
            return Uni.createFrom().voidItem();
        }
        return signsV1a ? keys.addV1a(after.id(), clock.instant()) : keys.removeV1a(after.id());
    }

    private static Uni<Decision<Endpoint>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
