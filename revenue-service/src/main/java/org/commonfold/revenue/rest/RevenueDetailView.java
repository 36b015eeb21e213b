package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.commonfold.revenue.domain.Distribution;
import org.commonfold.revenue.domain.Receipt;
import org.commonfold.revenue.domain.Revenue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record RevenueDetailView(
        @JsonUnwrapped RevenueView revenue,

        @Schema(description = "What of it has arrived, the first first: at most 500 parts.")
        List<ReceiptView> receipts,

        @Schema(description = "How it was split: none until payout-service has told.")
        List<DistributionView> distributions) {

    static RevenueDetailView of(Revenue revenue, List<Receipt> receipts, List<Distribution> told) {
        return new RevenueDetailView(
                RevenueView.of(revenue),
                receipts.stream().map(ReceiptView::of).toList(),
                told.stream().map(DistributionView::of).toList());
    }
}
