package org.commonfold.revenue.delivery.rest;

import org.commonfold.revenue.delivery.application.RecoverDeliveries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RecoveryView(
        @Schema(description = "How many are sent again.", examples = "12")
        int recovered,

        @Schema(
                description = "Whether there are more than one call takes: ask again.",
                examples = "false")
        boolean more) {

    static RecoveryView of(RecoverDeliveries.Recovery recovery) {
        return new RecoveryView(recovery.count(), recovery.hasMore());
    }
}
