package org.commonfold.revenue.delivery.domain;

import java.util.UUID;

/** Where a partner wants to be told. */
public record EndpointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
