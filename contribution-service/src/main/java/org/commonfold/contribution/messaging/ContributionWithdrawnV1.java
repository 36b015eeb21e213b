package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.ContributionEvent;

import java.time.Instant;
import java.util.UUID;

record ContributionWithdrawnV1(UUID commonsId, UUID contributionId, Instant withdrawnAt) {

    static final String TYPE = "ContributionWithdrawn.v1";

    static ContributionWithdrawnV1 of(ContributionEvent.Withdrawn withdrawn) {
        return new ContributionWithdrawnV1(
                withdrawn.commonsId().value(), withdrawn.contributionId().value(), withdrawn.at());
    }
}
