package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.Delivery;
import org.commonfold.revenue.delivery.domain.DeliveryId;
import org.commonfold.revenue.delivery.domain.DeliveryState;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.domain.PartnerId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of everything that was to be sent. */
public interface Deliveries {

    Uni<Optional<Delivery>> find(DeliveryId id);

    /** If it is to one of this partner's endpoints. */
    Uni<Optional<Delivery>> find(DeliveryId id, PartnerId partnerId);

    /**
     * The newest first, at most {@code countMax}, those before the one given if any.
     *
     * @param state only those, or all
     */
    Uni<List<Delivery>> list(
            EndpointId endpointId,
            Optional<DeliveryState> state,
            Optional<UUID> before,
            int countMax);

    /** Every one, the first first: few more than {@link Delivery#ATTEMPTS_MAX}. */
    Uni<List<Attempt>> attempts(DeliveryId id);

    /** In the surrounding transaction: due now, and with the whole schedule before it again. */
    Uni<Void> beginAgain(DeliveryId id, Instant now);

    /**
     * In the surrounding transaction, in which the endpoint is locked: the same for those that were
     * tried or cancelled and never arrived, the first to fail first. Left out is what is due within
     * a minute.
     *
     * @param since when they failed or were cancelled
     * @return how many
     */
    Uni<Integer> beginAgain(EndpointId endpointId, Instant since, int countMax, Instant now);

    /** Whether there are any that the former would begin again. */
    Uni<Boolean> anyToBeginAgain(EndpointId endpointId, Instant since, Instant now);
}
