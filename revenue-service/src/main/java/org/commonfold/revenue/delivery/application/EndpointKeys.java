package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What messages to endpoints are signed with. */
public interface EndpointKeys {

    /**
     * In the surrounding transaction: new random keys, one of each scheme the endpoint gets.
     *
     * @return the id of the one whose secret the partner is shown
     */
    Uni<UUID> addNew(Endpoint endpoint, Instant now);

    /**
     * In the surrounding transaction: the keys of today sign until then, and those before them no
     * more.
     */
    Uni<Void> retire(EndpointId endpointId, Instant until);

    /** As the partner is shown it ({@code whsec_…}); nothing once the key has expired. */
    Uni<Optional<String>> secret(UUID keyId, Instant now);

    /** The public keys of the signatures of now ({@code whpk_…}), the newest first. */
    Uni<List<String>> publicKeys(EndpointId endpointId, Instant now);
}
