package org.commonfold.revenue.delivery.http;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.delivery.application.DisableFailing;
import org.commonfold.revenue.delivery.application.DueDeliveries;
import org.commonfold.revenue.delivery.application.OperatorNotices;
import org.commonfold.revenue.delivery.application.RecordAttempts;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.Outgoing;
import org.commonfold.revenue.delivery.domain.Sent;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What the worker's thread does in the database, and waits for. */
@ApplicationScoped
class DeliveryTransactions {

    static final int DELETED_AT_ONCE_MAX = 1_000;

    private final DueDeliveries deliveries;
    private final RecordAttempts recordAttempts;
    private final DisableFailing disableFailing;
    private final OperatorNotices notices;
    private final SendingSettings settings;
    private final Mutiny.SessionFactory sessions;
    private final Clock clock;

    DeliveryTransactions(
            DueDeliveries deliveries,
            RecordAttempts recordAttempts,
            DisableFailing disableFailing,
            OperatorNotices notices,
            SendingSettings settings,
            Mutiny.SessionFactory sessions,
            Clock clock) {
        this.deliveries = deliveries;
        this.recordAttempts = recordAttempts;
        this.disableFailing = disableFailing;
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
        tell(await(() -> sessions.withTransaction(session -> recordAttempts.record(sent))));
    }

    void disableFailing() {
        tell(await(() -> sessions.withTransaction(session -> disableFailing.disable())));
    }

    /** Only now: what was rolled back has not happened. */
    private void tell(List<Endpoint> disabled) {
        disabled.forEach(notices::endpointDisabled);
    }

    /** Whether there is more of it. */
    boolean deleteOld() {
        Instant then = clock.instant().minus(settings.kept());
        return await(() -> deliveries.deleteBefore(then, DELETED_AT_ONCE_MAX))
                == DELETED_AT_ONCE_MAX;
    }

    /** Whatever fails is thrown on: the worker tries again later. */
    private static <T> T await(Supplier<Uni<T>> action) {
        try {
            return VertxContextSupport.subscribeAndAwait(action);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            // Declared, and never checked: to await wraps what is. Thrown on all the same.
            throw new IllegalStateException(impossible);
        }
    }
}
