package org.commonfold.revenue.delivery.application;

import org.commonfold.revenue.delivery.domain.Endpoint;

/** What those who run the system should know. */
public interface OperatorNotices {

    /** Somebody at the partner should be asked. */
    void endpointDisabled(Endpoint endpoint);
}
