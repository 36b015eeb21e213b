package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.transparency.domain.Explanation;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.commonfold.payout.transparency.domain.WorkExplanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

/**
 * Why an entry is as it is.
 *
 * @param postings of the owner asked for; absent when all are explained
 * @param next the cursor of what follows: of the releases of a receipt or voiding, else of works
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExplanationView(
        @Schema(examples = EntryView.ID) UUID entryId,
        @Schema(examples = "distribution") String kind,
        @Schema(examples = EntryView.COMMONS) String commonsId,
        @Schema(examples = EntryView.REVENUE) String revenueId,

        @Schema(description = "Of an entry about a payout, instead of revenueId")
        UUID payoutId,

        @Schema(examples = "EUR") String currency,
        PlaceView place,
        List<PostingView> postings,
        DistributionExplanationView distribution,
        ReceiptExplanationView receipt,
        PayoutExplanationView payout,
        String next) {

    static ExplanationView of(Explanation why, ExplanationPages pages, boolean allVotes) {
        LedgerEntry entry = why.entry();
        List<WorkExplanation> works = pages.works();
        List<Release> releases = pages.releases();
        return new ExplanationView(
                entry.id(),
                entry.kind(),
                entry.commonsId().value(),
                entry.revenueId() == null ? null : entry.revenueId().value(),
                entry.payoutId(),
                entry.currency(),
                PlaceView.of(entry.place()),
                why.excerpt().owner().isEmpty()
                        ? null
                        : why.postings().stream().map(PostingView::of).toList(),
                why.distribution()
                        .map(one -> DistributionExplanationView.of(
                                why.distributionEntry().orElseThrow().id(), one, works, allVotes))
                        .orElse(null),
                why.receipt()
                        .map(one -> ReceiptExplanationView.of(one, releases))
                        .orElse(null),
                why.payout().map(PayoutExplanationView::of).orElse(null),
                pages.next());
    }
}
