package org.commonfold.revenue.delivery.rest;

import jakarta.enterprise.context.RequestScoped;

import org.commonfold.revenue.delivery.application.EndpointOfPartner;
import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.rest.CallingPartner;

import java.util.UUID;

/** The addresses of endpoints, for those who may know of them. */
@RequestScoped
class EndpointPlaces {

    private final CallingPartner callingPartner;

    EndpointPlaces(CallingPartner callingPartner) {
        this.callingPartner = callingPartner;
    }

    /** 404 unless the caller is this partner or an operator. */
    EndpointOfPartner allowed(UUID partnerId, UUID endpointId) {
        PartnerId id = new PartnerId(partnerId);
        callingPartner.requireItselfOrOperator(id);
        return new EndpointOfPartner(id, new EndpointId(endpointId));
    }
}
