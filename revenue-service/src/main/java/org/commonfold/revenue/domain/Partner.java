package org.commonfold.revenue.domain;

import java.time.Instant;

/**
 * A company that uses the commons and declares revenue.
 *
 * @param publishesRevenue whether the public summary of a commons may name it
 * @param version 1 at first, one more with each change
 */
public record Partner(
        PartnerId id, String name, Instant registeredAt, boolean publishesRevenue, long version) {

    /** One that was registered just now, and has agreed to nothing. */
    public static Partner registered(PartnerId id, String name, Instant now) {
        return new Partner(id, name, now, false, 1);
    }

    /** The same version when there is nothing to change. */
    public Partner publishing(boolean agrees) {
        return agrees == publishesRevenue
                ? this
                : new Partner(id, name, registeredAt, agrees, version + 1);
    }
}
