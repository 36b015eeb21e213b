package org.commonfold.revenue.delivery.domain;

import java.util.UUID;

/** One message on its way to one endpoint. */
public record DeliveryId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
