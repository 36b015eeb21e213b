package org.commonfold.revenue.delivery.messaging;

import org.commonfold.revenue.delivery.domain.Subject;

/**
 * The data of an event that partners are told of, with the fields that they get: what is written
 * here goes out. Any of them may be missing.
 */
interface CatalogueRecord {

    String commonsId();

    /**
     * What it is about.
     *
     * @throws org.commonfold.revenue.messaging.UnreadableRecord when a field that a message must
     *     have is missing, or has not its form
     */
    Subject subject();

    /** When it happened, as it is written. */
    String time();

    /** The key of its record: in commons.log the commons, in payout.log the revenue. */
    default String key() {
        return commonsId();
    }
}
