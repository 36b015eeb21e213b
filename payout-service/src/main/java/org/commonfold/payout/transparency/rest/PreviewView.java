package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.transparency.application.PreviewRevenue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.Map;

/**
 * What a revenue would pay.
 *
 * @param place in the log that the ledger has read up to
 * @param charterVersion in force there; of no effect when another charter was given
 * @param items a page of the contributors, by id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewView(
        @Schema(examples = EntryView.COMMONS) String commonsId,
        PlaceView place,
        @Schema(examples = "1") int charterVersion,
        AmountJson amount,
        @Schema(examples = "5.000000") String treasury,
        @Schema(examples = "1") int contributors,
        List<CreditView> items,
        String next) {

    /** What one contributor would be credited. */
    record CreditView(
            @Schema(examples = "ada") String contributorId,
            @Schema(examples = "95.000000") String credit) {

        static CreditView of(Map.Entry<ContributorId, Long> credit) {
            return new CreditView(credit.getKey().value(), Money.decimal(credit.getValue()));
        }
    }

    static PreviewView of(
            String commonsId,
            AmountJson amount,
            PreviewRevenue.Preview preview,
            PageRequest request) {
        Distribution distribution = preview.distribution();
        String after = request.after(String::toString).orElse("");
        List<Map.Entry<ContributorId, Long>> credits = distribution.credits().entrySet().stream()
                .filter(one -> one.getKey().value().compareTo(after) > 0)
                .limit(request.limit() + 1)
                .toList();
        Page<CreditView> page = Page.of(credits, request, Map.Entry::getKey, CreditView::of);
        return new PreviewView(
                commonsId,
                PlaceView.of(preview.place()),
                preview.charterVersion(),
                amount,
                Money.decimal(distribution.treasury()),
                distribution.credits().size(),
                page.items(),
                page.next());
    }
}
