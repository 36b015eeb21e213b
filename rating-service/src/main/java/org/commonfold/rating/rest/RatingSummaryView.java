package org.commonfold.rating.rest;

import org.commonfold.rating.domain.CriterionSummary;
import org.commonfold.rating.domain.RatingSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

record RatingSummaryView(
        UUID contributionId,
        UUID commonsId,
        @Schema(examples = "3") int count,
        @Schema(examples = "2") int quorum,
        @Schema(examples = "true") boolean quorumReached,
        List<CriterionView> criteria,
        @Schema(examples = "false") boolean disagreement) {

    record CriterionView(
            @Schema(examples = "quality") String name,
            @Schema(examples = "1") int min,
            @Schema(examples = "5") int max,
            @Schema(examples = "3") int count,
            @Schema(examples = "3.67") BigDecimal mean,
            @Schema(examples = "0.47") BigDecimal spread) {

        static CriterionView of(CriterionSummary summary) {
            return new CriterionView(
                    summary.name(),
                    summary.min(),
                    summary.max(),
                    summary.count(),
                    summary.mean(),
                    summary.spread());
        }
    }

    static RatingSummaryView of(RatingSummary summary) {
        return new RatingSummaryView(
                summary.contribution().id().value(),
                summary.contribution().commonsId().value(),
                summary.count(),
                summary.quorum(),
                summary.isQuorumReached(),
                summary.criteria().stream().map(CriterionView::of).toList(),
                summary.disagreement());
    }
}
