package org.commonfold.revenue.delivery.http;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.DueDeliveries;
import org.commonfold.revenue.delivery.application.RecordAttempts;
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

    private static final int DELETED_AT_ONCE_MAX = 5_000;

    private final DueDeliveries deliveries;
    private final RecordAttempts recordAttempts;
    private final SendingSettings settings;
    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    DeliveryTransactions(
            DueDeliveries deliveries,
            RecordAttempts recordAttempts,
            SendingSettings settings,
            Mutiny.SessionFactory sessions,
            Clock clock) {
        this.deliveries = deliveries;
        this.recordAttempts = recordAttempts;
        this.settings = settings;
        this.sessions = sessions;
        this.clock = clock;
    }

    List<Outgoing> claim(int countMax, Map<EndpointId, Integer> inFlight) {
        DueDeliveries.Limits limits = new DueDeliveries.Limits(
                countMax, settings.inFlightPerEndpointMax(), settings.lease());
        return await(() -> deliveries.claim(limits, inFlight, clock.instant()));
    }

    void record(List<Sent> sent) {
        await(() -> sessions.withTransaction(session -> recordAttempts.record(sent)));
    }

    void deleteOld() {
        await(() -> deliveries.deleteBefore(
                clock.instant().minus(settings.kept()), DELETED_AT_ONCE_MAX));
    }

    /** Whatever fails is thrown on: the worker tries again later. */
    private static <T> T await(Supplier<Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(action);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
