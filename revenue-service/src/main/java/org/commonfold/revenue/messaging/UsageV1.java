package org.commonfold.revenue.messaging;

import org.commonfold.revenue.domain.Usage;

import java.util.UUID;

record UsageV1(UUID contributionId, int weight) {

    static UsageV1 of(Usage usage) {
        return new UsageV1(usage.contributionId().value(), usage.weight());
    }
}
