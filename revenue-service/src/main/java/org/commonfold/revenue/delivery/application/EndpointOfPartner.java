package org.commonfold.revenue.delivery.application;

import org.commonfold.revenue.delivery.domain.EndpointId;
import org.commonfold.revenue.domain.PartnerId;

/** An endpoint by its address: another partner's is not there. */
public record EndpointOfPartner(PartnerId partnerId, EndpointId endpointId) {}
