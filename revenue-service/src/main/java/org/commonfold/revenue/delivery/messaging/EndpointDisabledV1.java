package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Endpoint;

import java.time.Instant;

@JsonInclude(JsonInclude.Include.NON_NULL)
record EndpointDisabledV1(
        String endpointId,
        String partnerId,
        String url,
        String reason,
        String failingSince,
        String disabledAt,
        String link) {

    static EndpointDisabledV1 of(Endpoint endpoint) {
        Instant failingSince = endpoint.health().failingSince();
        return new EndpointDisabledV1(
                endpoint.id().toString(),
                endpoint.partnerId().toString(),
                endpoint.settings().url(),
                endpoint.disabled().reason(),
                failingSince == null ? null : failingSince.toString(),
                endpoint.disabled().at().toString(),
                "/v1/partners/%s/endpoints/%s".formatted(endpoint.partnerId(), endpoint.id()));
    }
}
