package org.commonfold.revenue.delivery.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Subject;
import org.commonfold.revenue.messaging.Fields;

import java.util.List;

@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RevenueDeclaredV1(
        String commonsId,
        String revenueId,
        String partnerId,
        AmountV1 amount,
        PeriodV1 period,
        List<UsageV1> usage,
        String reference,
        String declaredAt)
        implements CatalogueRecord {

    static final String TYPE = "RevenueDeclared.v1";

    record PeriodV1(String from, String to) {}

    record UsageV1(String contributionId, Integer weight) {
        static void check(UsageV1 usage) {
            Fields.present("usage", usage);
            Fields.contributionId(usage.contributionId);
            Fields.present("weight", usage.weight);
        }
    }

    @Override
    public Subject subject() {
        Fields.present("partnerId", partnerId);
        AmountV1.checked("amount", amount);
        Fields.present("period", period);
        Fields.present("period.from", period.from);
        Fields.present("period.to", period.to);
        Fields.present("reference", reference);
        if (usage != null) {
            usage.forEach(UsageV1::check);
        }
        return new Subject.OfRevenue(Fields.commonsId(commonsId), Fields.revenueId(revenueId));
    }

    @Override
    public String time() {
        return declaredAt;
    }
}
