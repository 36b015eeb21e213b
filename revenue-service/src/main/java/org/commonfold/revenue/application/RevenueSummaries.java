package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.QuarterSummary;

import java.util.List;

/** What everybody may know of revenues. */
public interface RevenueSummaries {

    /** By quarter, then by currency, at most {@code countMax}, behind the place given. */
    Uni<List<QuarterSummary>> of(CommonsId commonsId, SummaryPlace after, int countMax);
}
