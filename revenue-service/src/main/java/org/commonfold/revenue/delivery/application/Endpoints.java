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

    /** Those that are enabled and have failed since then or longer, at most so many. */
    Uni<List<EndpointId>> failingSince(Instant then, int countMax);

    /** Of those that nothing waits for: what does not try does not fail. */
    Uni<Integer> forgetFailures();

    /** All of a partner's, at most {@link Endpoint#COUNT_MAX}, the oldest first. */
    Uni<List<Endpoint>> of(PartnerId partnerId);

    /** In the surrounding transaction. */
    Uni<Void> add(Endpoint endpoint);

    /** In the surrounding transaction. */
    Uni<Void> update(Endpoint endpoint);

    /** In the surrounding transaction, with its keys and all that was sent to it. */
    Uni<Void> remove(EndpointId id);
}
