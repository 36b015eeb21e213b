package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RevenueVoidedV1(String commonsId, String revenueId, String voidedAt)
        implements CatalogueRecord {

    static final String TYPE = "RevenueVoided.v1";

    @Override
    public Subject subject() {
        return new Subject.OfRevenue(Fields.commonsId(commonsId), Fields.revenueId(revenueId));
    }

    @Override
    public String time() {
        return voidedAt;
    }
}
