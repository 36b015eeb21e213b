package org.commonfold.revenue.domain;

import java.util.UUID;

/** Money that arrived once. */
public record ReceiptId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
