package org.commonfold.revenue.domain;

import java.util.UUID;

/** A company that uses the commons. */
public record PartnerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
