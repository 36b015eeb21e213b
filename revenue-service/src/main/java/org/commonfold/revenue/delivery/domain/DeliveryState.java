package org.commonfold.revenue.delivery.domain;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
    /** There will be another attempt. */
    PENDING,
    SUCCEEDED,
    /** The last attempt of the schedule failed. */
    FAILED,
    /** The endpoint was disabled before it arrived. */
    CANCELLED;

    /** As the database and the API name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    public static DeliveryState named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
