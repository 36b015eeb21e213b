package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.messaging.Fields;

import java.math.BigDecimal;

/** From payout.log; partners get the numbers under the names that they have in REST. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RevenueDistributedV1(
        String commonsId,
        String revenueId,
        String partnerId,
        AmountV1 amount,
        AmountV1 treasury,
        @JsonAlias("contributors") Integer contributorCount,
        @JsonAlias("contributions") Integer contributionCount,
        String distributedAt)
        implements CatalogueRecord {

    static final String TYPE = "RevenueDistributed.v1";

    @Override
    public String key() {
        return revenueId;
    }

    /** As revenues show it. */
    Distribution toDistribution() {
        AmountV1.checked("amount", amount);
        AmountV1.checked("treasury", treasury);
        return new Distribution(
                Fields.revenueId(revenueId),
                new BigDecimal(amount.value()),
                new BigDecimal(treasury.value()),
                amount.currency(),
                Fields.present("contributors", contributorCount),
                Fields.present("contributions", contributionCount),
                Fields.time("distributedAt", distributedAt));
    }

    @Override
    public Subject subject() {
        Fields.present("partnerId", partnerId);
        Fields.present("contributorCount", contributorCount);
        Fields.present("contributionCount", contributionCount);
        AmountV1.checked("amount", amount);
        AmountV1.checked("treasury", treasury);
        return new Subject.OfRevenue(Fields.commonsId(commonsId), Fields.revenueId(revenueId));
    }

    @Override
    public String time() {
        return distributedAt;
    }
}
