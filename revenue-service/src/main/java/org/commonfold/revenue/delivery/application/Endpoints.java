package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.domain.PartnerId;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The endpoints of all partners. */
public interface Endpoints {

    /** What is sent waits for no longer a deletion. */
    int DELETED_AT_ONCE_MAX = 1_000;

    Uni<Optional<Endpoint>> find(EndpointId id);

    /** Others who ask for a change wait until the surrounding transaction ends. */
    Uni<Optional<Endpoint>> findForChange(EndpointId id);

    /**
     * The same of several. All who lock more than one endpoint do it here, in the order of their
     * ids, and before any of their deliveries: so nobody waits for somebody who waits for him.
     */
    Uni<List<Endpoint>> findForChange(Collection<EndpointId> ids);

    /**
     * Those that are enabled, have failed since then or longer, and for which something waits that
     * they did not take; at most so many.
     */
    Uni<List<EndpointId>> failingInVain(Instant then, int countMax);

    /** All of a partner's, at most {@link Endpoint#COUNT_MAX}, the oldest first. */
    Uni<List<Endpoint>> of(PartnerId partnerId);

    /** In the surrounding transaction. */
    Uni<Void> add(Endpoint endpoint);

    /** In the surrounding transaction. */
    Uni<Void> update(Endpoint endpoint);

    /**
     * In the surrounding transaction, in which it is locked: with its keys and all that was sent to
     * it. What is more than {@link #DELETED_AT_ONCE_MAX} of that is left to {@link #clear}, unseen.
     */
    Uni<Void> remove(EndpointId id, Instant now);

    /** In the surrounding transaction: deletes so much of a removed one, and it with the last. */
    Uni<Void> clear(EndpointId id);

    /** One that is removed and not cleared, locked, unless others are at it. */
    Uni<Optional<EndpointId>> anyRemoved();

    /** One that is disabled and has deliveries that are not cancelled, locked likewise. */
    Uni<Optional<EndpointId>> anyDisabledWithPending();
}
