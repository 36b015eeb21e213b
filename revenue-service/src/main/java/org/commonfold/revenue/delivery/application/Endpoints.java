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

    /** In the surrounding transaction, with its keys and all that was sent to it. */
    Uni<Void> remove(EndpointId id);
}
