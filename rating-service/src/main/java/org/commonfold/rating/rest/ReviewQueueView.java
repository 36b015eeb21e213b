package org.commonfold.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.rating.application.ReviewQueue;
import org.commonfold.rating.domain.Reason;
import org.commonfold.rating.domain.ReviewItem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

record ReviewQueueView(List<ReviewItemView> items) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewItemView(
            UUID contributionId,
            @Schema(examples = "Grating mount") String title,
            @Schema(examples = "design") String kind,
            @Schema(examples = "1") int count,
            @Schema(examples = "2") int quorum,
            List<ReasonView> reasons) {

        static ReviewItemView of(ReviewItem item, ReviewQueue queue) {
            return new ReviewItemView(
                    item.contributionId().value(),
                    item.title(),
                    item.kind(),
                    item.count(),
                    queue.quorum(),
                    item.reasons(queue.quorum(), queue.field()).stream()
                            .map(ReasonView::of)
                            .toList());
        }
    }

    record ReasonView(
            @Schema(
                    examples = "below-quorum",
                    enumeration = {"below-quorum", "another-voice", "in-your-field"})
            String code,

            @Schema(examples = "Ratings so far: 1 of the 2 that give it a value")
            String detail) {

        static ReasonView of(Reason reason) {
            return new ReasonView(reason.code(), reason.detail());
        }
    }

    static ReviewQueueView of(ReviewQueue queue) {
        return new ReviewQueueView(queue.items().stream()
                .map(item -> ReviewItemView.of(item, queue))
                .toList());
    }
}
