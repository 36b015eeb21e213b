package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.transparency.domain.CharterPreview;
import org.commonfold.payout.transparency.domain.PreviewLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * What all past revenues would have paid.
 *
 * @param ratings all that ever counted
 * @param ratingsThatDoNotFit those that counted by the charter version they name, because the other
 *     charter has no points for their scores
 * @param items a page of who would have had what of which revenue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CharterPreviewView(
        @Schema(examples = EntryView.COMMONS) String commonsId,
        @Schema(examples = "1") int revenues,
        @Schema(examples = "3") int ratings,
        @Schema(examples = "0") int ratingsThatDoNotFit,
        List<LineView> items,
        String next) {

    /** One owner's part of one revenue. */
    record LineView(
            @Schema(examples = EntryView.REVENUE) String revenueId,
            @Schema(examples = "EUR") String currency,
            @Schema(examples = "contributor:ada") String owner,
            @Schema(examples = "95.000000") String was,
            @Schema(examples = "90.000000") String wouldBe) {

        static LineView of(PreviewLine line) {
            return new LineView(
                    line.revenueId().value(),
                    line.currency(),
                    line.owner(),
                    Money.decimal(line.was()),
                    Money.decimal(line.wouldBe()));
        }
    }

    static CharterPreviewView of(
            String commonsId, CharterPreview preview, List<LineView> items, String next) {
        return new CharterPreviewView(
                commonsId,
                preview.revenues(),
                preview.ratings(),
                preview.ratingsThatDoNotFit(),
                items,
                next);
    }
}
