package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.transparency.domain.PayoutExplanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Why a payout is as large as it is, and what it draws on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PayoutExplanationView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000a1")
        UUID runId,

        @Schema(examples = "2026-12-01") LocalDate executionDate,

        @Schema(description = "Who had less was not paid yet", examples = "10000000")
        String minimumMicros,

        @Schema(
                description = "Over all commons, when the run was prepared; absent of runs"
                        + " prepared before that was kept",
                examples = "12345678")
        String availableMicros,

        @Schema(
                description = "What a bank can move, at most 999999999.99: the rest stays",
                examples = "floor(12345678 / 10000) · 10000")
        String working,

        @Schema(examples = "12340000") String micros,

        @Schema(description = "By commons, in the order in which they are drawn on")
        List<DrawView> draws,

        @Schema(
                description = "Of a return: the bank's code, or bank-rejected, treasurers-agreed"
                        + " or cancelled",
                examples = "AC04")
        String reason) {

    /** What one commons gives. */
    record DrawView(
            @Schema(examples = EntryView.COMMONS) String commonsId,

            @Schema(
                    description = "The lesser of what it had and what was missing yet",
                    examples = "min(7000000, 12340000)")
            String working,

            @Schema(examples = "7000000") String micros) {

        static DrawView of(PayoutExplanation.Draw draw) {
            return new DrawView(
                    draw.commonsId().value(), DrawView.working(draw), Long.toString(draw.micros()));
        }

        static String working(PayoutExplanation.Draw draw) {
            return "min(%d, %d)".formatted(draw.available(), draw.missing());
        }
    }

    static PayoutExplanationView of(PayoutExplanation why) {
        return new PayoutExplanationView(
                why.run().id(),
                why.run().executionDate(),
                Long.toString(why.run().minimum()),
                why.available() == null ? null : why.available().toString(),
                working(why),
                Long.toString(why.micros()),
                why.draws().stream().map(DrawView::of).toList(),
                why.returnReason());
    }

    static String working(PayoutExplanation why) {
        return why.available() == null
                ? null
                : "floor(%d / %d) · %d".formatted(why.available(), why.unit(), why.unit());
    }
}
