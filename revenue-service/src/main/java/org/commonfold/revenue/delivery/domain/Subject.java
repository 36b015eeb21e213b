package org.commonfold.revenue.delivery.domain;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.ContributionId;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.RevenueId;

/** What a message is about, and so who may be told. */
public sealed interface Subject {

    /** Public: every partner that wants to know of this commons. */
    record OfContribution(CommonsId commonsId, ContributionId contributionId) implements Subject {}

    /** Only the partner that declared it. */
    record OfRevenue(CommonsId commonsId, RevenueId revenueId) implements Subject {}

    /** Only that partner. */
    record OfPartner(PartnerId partnerId) implements Subject {}
}
