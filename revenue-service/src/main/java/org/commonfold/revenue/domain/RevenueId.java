package org.commonfold.revenue.domain;

import java.util.UUID;

/** Money a partner declared once. */
public record RevenueId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
