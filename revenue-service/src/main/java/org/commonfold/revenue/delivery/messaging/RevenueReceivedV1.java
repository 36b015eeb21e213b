package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RevenueReceivedV1(String commonsId, String revenueId, AmountV1 amount, String receivedAt)
        implements CatalogueRecord {

    static final String TYPE = "RevenueReceived.v1";

    @Override
    public Subject subject() {
        AmountV1.checked("amount", amount);
        return new Subject.OfRevenue(Fields.commonsId(commonsId), Fields.revenueId(revenueId));
    }

    @Override
    public String time() {
        return receivedAt;
    }
}
