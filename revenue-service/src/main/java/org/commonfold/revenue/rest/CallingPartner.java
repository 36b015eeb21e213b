package org.commonfold.revenue.rest;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.RequestScoped;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;
import org.commonfold.revenue.application.Partners;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.Rejection;

import java.util.Optional;
import java.util.UUID;

/** For which partner the caller speaks, by the claim {@code partner_id} of the token. */
@RequestScoped
public class CallingPartner {

    private static final String CLAIM = "partner_id";

    private final Caller caller;
    private final Partners partners;

    CallingPartner(Caller caller, Partners partners) {
        this.caller = caller;
        this.partners = partners;
    }

    /** The partner that the token names, registered or not; 403 when it names none. */
    public PartnerId named() {
        return claimed().orElseThrow(CallingPartner::forbidden);
    }

    /** The partner; 403 when the token names none that is registered. */
    public Uni<PartnerId> registered() {
        return partners.find(named())
                .map(partner -> partner.orElseThrow(CallingPartner::forbidden).id());
    }

    /** Whose revenues the caller may see: its own, or (empty) everybody's. */
    public Uni<Optional<PartnerId>> outlook() {
        return caller.hasRole(Roles.TREASURER) || caller.hasRole(Roles.OPERATOR)
                ? Uni.createFrom().item(Optional.empty())
                : registered().map(Optional::of);
    }

    /** Whose endpoints the caller may see: its own, or (an operator, empty) everybody's. */
    public Uni<Optional<PartnerId>> unlessOperator() {
        return caller.hasRole(Roles.OPERATOR)
                ? Uni.createFrom().item(Optional.empty())
                : registered().map(Optional::of);
    }

    /** 404 unless the caller is this partner or an operator: who is a partner is private. */
    public void requireItselfOrOperator(PartnerId id) {
        boolean isItself = claimed().filter(id::equals).isPresent();
        if (!isItself && !caller.hasRole(Roles.OPERATOR)) {
            throw Refusals.problemOf(Rejection.UNKNOWN_PARTNER);
        }
    }

    private Optional<PartnerId> claimed() {
        if (!caller.hasRole(Roles.PARTNER)) {
            return Optional.empty();
        }
        try {
            return caller.claim(CLAIM).map(UUID::fromString).map(PartnerId::new);
        } catch (IllegalArgumentException noUuid) {
            throw forbidden();
        }
    }

    private static HttpProblem forbidden() {
        return Refusals.problemOf(Rejection.UNREGISTERED_PARTNER);
    }
}
