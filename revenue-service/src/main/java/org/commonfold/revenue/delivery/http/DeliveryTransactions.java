package org.commonfold.revenue.delivery.http;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.DueDeliveries;
import org.commonfold.revenue.delivery.application.OperatorNotices;
import org.commonfold.revenue.delivery.application.RecordAttempts;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the worker's thread does in the database, and waits for. */
@ApplicationScoped
class DeliveryTransactions {

    private final DueDeliveries deliveries;
    private final RecordAttempts recordAttempts;
    private final OperatorNotices notices;
    private final SendingSettings settings;
    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    DeliveryTransactions(
            DueDeliveries deliveries,
            RecordAttempts recordAttempts,
            OperatorNotices notices,
            SendingSettings settings,
            Mutiny.SessionFactory sessions,
            Clock clock) {
        this.deliveries = deliveries;
        this.recordAttempts = recordAttempts;
        this.notices = notices;
        this.settings = settings;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * @param perEndpointMax of an endpoint that works and is quick
     */
    List<Outgoing> claim(int countMax, int perEndpointMax, Map<EndpointId, Integer> inFlight) {
        DueDeliveries.Limits limits =
                new DueDeliveries.Limits(countMax, perEndpointMax, settings.lease());
        return await(() -> deliveries.claim(limits, inFlight, clock.instant()));
    }

    void record(List<Sent> sent) {
        disabling(() -> recordAttempts.record(sent));
    }

    /** Tells of what it disabled only then: what was rolled back has not happened. */
    void disabling(Supplier<Uni<List<Endpoint>>> action) {
        inOne(action).forEach(notices::endpointDisabled);
    }

    <T> T inOne(Supplier<Uni<T>> action) {
        return await(() -> sessions.withTransaction(session -> action.get()));
    }

    /**
     * Whatever fails is thrown to whoever asked: the worker tries again later. What is checked is
     * declared there only: to await wraps it.
     */
    static <T> T await(Supplier<Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(action);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
