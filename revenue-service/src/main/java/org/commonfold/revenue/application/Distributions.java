package org.commonfold.revenue.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.domain.RevenueId;

import java.util.List;

/** How revenues were split, as far as payout-service has told. */
public interface Distributions {

    /** In the surrounding transaction. A revenue is split once: what was told first stays. */
    Uni<Void> add(List<Distribution> told);

    /** Those of a revenue: one, or none yet. */
    Uni<List<Distribution>> of(RevenueId revenueId);
}
