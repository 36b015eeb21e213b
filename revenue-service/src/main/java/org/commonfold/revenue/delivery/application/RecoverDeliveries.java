package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sends once more what never arrived, after the receiver was repaired. */
@ApplicationScoped
public class RecoverDeliveries {

    /** The most deliveries a call. */
    public static final int COUNT_MAX = 10_000;

    /** How far back. */
    public static final Duration BACK_MAX = Duration.ofDays(14);

    private final FindEndpoint findEndpoint;
    private final Deliveries deliveries;
    private final Clock clock;

    RecoverDeliveries(FindEndpoint findEndpoint, Deliveries deliveries, Clock clock) {
        this.findEndpoint = findEndpoint;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * What was recovered.
     *
     * @param count how many are tried again
     * @param hasMore whether the same call again would find more
     */
    public record Recovery(int count, boolean hasMore) {}

    /**
     * @param since when the first of them failed or was cancelled
     */
    public Uni<Decision<Recovery>> recover(EndpointOfPartner place, Instant since) {
        Instant now = clock.instant();
        if (since.isAfter(now) || since.isBefore(now.minus(BACK_MAX))) {
            return Uni.createFrom().item(Decision.reject(Rejection.RECOVERY_OUT_OF_RANGE));
        }
        return findEndpoint
                .enabledForChange(place)
                .chain(decision -> decision.fold(
                        endpoint -> recover(endpoint, since, now).map(Decision::accept),
                        () -> rejected(Rejection.UNKNOWN_ENDPOINT),
                        RecoverDeliveries::rejected));
    }

    private Uni<Recovery> recover(Endpoint endpoint, Instant since, Instant now) {
        return deliveries
                .beginAgain(endpoint.id(), since, COUNT_MAX, now)
                .chain(count -> deliveries
                        .anyToBeginAgain(endpoint.id(), since, now)
                        .map(hasMore -> new Recovery(count, hasMore)));
    }

    private static Uni<Decision<Recovery>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
