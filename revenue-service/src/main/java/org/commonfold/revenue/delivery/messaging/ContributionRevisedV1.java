package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ContributionRevisedV1(
        String commonsId,
        String contributionId,
        Integer version,
        String title,
        String contentUri,
        String contentDigest,
        String revisedAt)
        implements CatalogueRecord {

    static final String TYPE = "ContributionRevised.v1";

    @Override
    public Subject subject() {
        Fields.present("version", version);
        Fields.present("contentUri", contentUri);
        Fields.present("contentDigest", contentDigest);
        return new Subject.OfContribution(
                Fields.commonsId(commonsId), Fields.contributionId(contributionId));
    }

    @Override
    public String time() {
        return revisedAt;
    }
}
