package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ContributionWithdrawnV1(String commonsId, String contributionId, String withdrawnAt)
        implements CatalogueRecord {

    static final String TYPE = "ContributionWithdrawn.v1";

    @Override
    public Subject subject() {
        return new Subject.OfContribution(
                Fields.commonsId(commonsId), Fields.contributionId(contributionId));
    }

    @Override
    public String time() {
        return withdrawnAt;
    }
}
