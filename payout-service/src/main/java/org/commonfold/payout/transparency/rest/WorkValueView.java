package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.transparency.domain.ValuedWork;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a work is worth now. Who rated it and how is not said here. */
record WorkValueView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
        String contributionId,

        @Schema(examples = "13000000", description = "In millionths of a point")
        String value,

        @Schema(examples = "true", description = "What was withdrawn is worth nothing")
        boolean live,

        @Schema(examples = "2", description = "How many peers must have rated it")
        int quorum,

        @Schema(
                examples = "3",
                description = "How many levels it has: of peers who are not its" + " authors")
        int levels,

        @Schema(examples = "3000000", description = "Of those peers, in sum")
        String influence,

        @Schema(examples = "500000", description = "Of the charter's own vote")
        String charterInfluence) {

    static WorkValueView of(ValuedWork work) {
        long ofCharter = work.valuation().charterInfluence();
        return new WorkValueView(
                work.work().value(),
                work.value().toString(),
                work.live(),
                work.valuation().quorum(),
                work.valuation().peers(),
                Long.toString(work.valuation().influence() - ofCharter),
                Long.toString(ofCharter));
    }
}
