package org.commonfold.revenue.delivery.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Ids;
import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.domain.Decision;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;

import java.time.Clock;

/** Lets a partner be told somewhere. */
@ApplicationScoped
public class CreateEndpoint {

    private final Partners partners;
    private final Endpoints endpoints;
    private final EndpointKeys keys;
    private final EndpointRules rules;
    private final Ids ids;
    private final Clock clock;

    CreateEndpoint(
            Partners partners,
            Endpoints endpoints,
            EndpointKeys keys,
            EndpointRules rules,
            Ids ids,
            Clock clock) {
        this.partners = partners;
        this.endpoints = endpoints;
        this.keys = keys;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    public Uni<Decision<KeyedEndpoint>> create(PartnerId partnerId, EndpointSettings settings) {
        // The partner is locked: two at once do not make an eleventh.
        return partners.findForChange(partnerId)
                .chain(partner -> partner.isEmpty()
                        ? rejected(Rejection.UNKNOWN_PARTNER)
                        : rules.check(settings)
                                .chain(decision -> decision.fold(
                                        accepted -> addIfFew(proposed(partnerId, accepted)),
                                        () -> addIfFew(proposed(partnerId, settings)),
                                        CreateEndpoint::rejected)));
    }

    private Endpoint proposed(PartnerId partnerId, EndpointSettings settings) {
        EndpointId id = new EndpointId(ids.next());
        return Endpoint.created(id, partnerId, settings, clock.instant());
    }

    private Uni<Decision<KeyedEndpoint>> addIfFew(Endpoint proposed) {
        return endpoints
                .of(proposed.partnerId())
                .chain(present -> present.size() < Endpoint.COUNT_MAX
                        ? add(proposed)
                        : rejected(Rejection.TOO_MANY_ENDPOINTS));
    }

    private Uni<Decision<KeyedEndpoint>> add(Endpoint endpoint) {
        return endpoints
                .add(endpoint)
                .chain(() -> keys.addNew(endpoint, endpoint.createdAt()))
                .map(keyId -> Decision.accept(new KeyedEndpoint(endpoint, keyId)));
    }

    private static Uni<Decision<KeyedEndpoint>> rejected(Rejection reason) {
        return Uni.createFrom().item(Decision.reject(reason));
    }
}
