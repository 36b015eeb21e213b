package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.domain.Revenue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record RevenueDetailView(
        @JsonUnwrapped RevenueView revenue,

        @Schema(description = "How it was split: none until payout-service has told.")
        List<DistributionView> distributions) {

    static RevenueDetailView of(Revenue revenue, List<Distribution> told) {
        return new RevenueDetailView(
                RevenueView.of(revenue), told.stream().map(DistributionView::of).toList());
    }
}
