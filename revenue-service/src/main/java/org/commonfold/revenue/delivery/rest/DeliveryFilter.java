package org.commonfold.revenue.delivery.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;

import org.commonfold.revenue.delivery.domain.DeliveryState;

import java.util.Optional;

/** Which deliveries of an endpoint: as a {@code @BeanParam}. */
public final class DeliveryFilter {

    @QueryParam("outcome")
    @Pattern(regexp = "pending|succeeded|failed|cancelled")
    String outcome;

    Optional<DeliveryState> state() {
        return Optional.ofNullable(outcome).map(DeliveryState::named);
    }
}
