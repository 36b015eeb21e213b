package org.commonfold.revenue.delivery.domain;

import java.time.Instant;

/**
 * One try to deliver.
 *
 * @param number from 1
 * @param status of the answer; null when there was none
 * @param failure why there was none, or null
 * @param answer the first KiB of the answer's body, or null
 */
public record Attempt(
        int number,
        Instant attemptedAt,
        int latencyMillis,
        Integer status,
        String failure,
        String answer) {

    /** Without the answer, which is the partner's alone. */
    @Override
    public String toString() {
        return "Attempt[" + number + " " + status + "]";
    }
}
