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

    /** In the surrounding transaction: a key of Ed25519 beside the secret. */
    Uni<Void> addV1a(EndpointId endpointId, Instant now);

    /** In the surrounding transaction: nothing is signed with Ed25519 any more. */
    Uni<Void> removeV1a(EndpointId endpointId);

    /**
     * In the surrounding transaction: those that have no end yet sign until then, and no longer.
     * Those that end earlier do; those that have ended are deleted.
     */
    Uni<Void> retire(EndpointId endpointId, Instant until, Instant now);

    /** In the surrounding transaction: every one ends at once. */
    Uni<Void> revoke(EndpointId endpointId);

    /** How many secrets sign now. */
    Uni<Long> count(EndpointId endpointId, Instant now);

    /** As the partner is shown it ({@code whsec_…}); nothing once the key has expired. */
    Uni<Optional<String>> secret(UUID keyId, Instant now);

    /** The public keys of the signatures of now ({@code whpk_…}), the newest first. */
    Uni<List<String>> publicKeys(EndpointId endpointId, Instant now);
}
