package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.transparency.domain.DistributionExplanation;
import org.commonfold.payout.transparency.domain.Explanation;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.commonfold.payout.transparency.domain.ReceiptExplanation;

/** An explanation as text, to be followed with pen and paper. */
final class ExplanationText {

    private final StringBuilder text = new StringBuilder();
    private final Explanation why;
    private final ExplanationPages pages;
    private final boolean allVotes;

    ExplanationText(Explanation why, ExplanationPages pages, boolean allVotes) {
        this.why = why;
        this.pages = pages;
        this.allVotes = allVotes;
        head(why.entry());
        why.payout().ifPresent(payout -> new PayoutText(payout, this::line).write());
        why.receipt().ifPresent(this::receipt);
        why.distribution().ifPresent(this::distribution);
        if (pages.next() != null) {
            line("");
            line("There is more: ask with cursor=%s", pages.next());
        }
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : format.formatted(values)).append('\n');
    }

    private void head(LedgerEntry entry) {
        line("Entry %s: %s, in %s", entry.id(), entry.kind(), entry.currency());
        line("of commons %s", entry.commonsId());
        if (entry.revenueId() != null) {
            line("for revenue %s", entry.revenueId());
        }
        if (entry.isOfPayout()) {
            line("for payout %s", entry.payoutId());
        }
        if (entry.place() != null) {
            line(
                    "made by the event at partition %d, offset %d of commons.log, from what stood"
                            + " there before it",
                    entry.place().partition(), entry.place().offset());
        }
        for (Posting posting : why.postings()) {
            String side = posting.micros() < 0 ? "credited" : "debited";
            String amount = Money.decimal(Math.abs(posting.micros()));
            line("%s is %s with %s %s", posting.account().name(), side, amount, entry.currency());
        }
        line("");
        line("Amounts are whole numbers of micros: 1000000 are 1 %s.", entry.currency());
        line("floor(…) is the whole number at or below. What floors leave over is given out one");
        line("micro at a time, to the largest remainder first: that is the rank.");
    }

    private void receipt(ReceiptExplanation receipt) {
        line("");
        if (receipt.takenBack()) {
            line("WHAT WAS TAKEN BACK");
            line("The revenue was voided. What was credited and not released is taken back.");
        } else {
            line("WHAT WAS RELEASED");
            line(
                    "Of %d declared, %d had arrived before and %d arrive now. Of each credit,",
                    receipt.total(), receipt.before(), receipt.part());
            line("floor(credit · arrived / declared) is released, less what was before.");
        }
        for (Release release : pages.releases()) {
            line(
                    "  %s: %s = %d",
                    release.owner(),
                    ReceiptExplanationView.working(receipt, release),
                    receipt.micros(release));
        }
        line("");
        line(
                "The credits come from entry %s:",
                why.distributionEntry().orElseThrow().id());
    }

    private void distribution(DistributionExplanation explained) {
        Distribution distribution = explained.distribution();
        line("");
        line("THE REVENUE");
        line("%s declared %d.", explained.declared().partnerId(), distribution.amount());
        treasury(explained);
        if (distribution.allotment().ranked().isEmpty()) {
            return;
        }
        split(explained);
        WorkText works = new WorkText(explained, allVotes, this::line);
        pages.works().forEach(works::write);
        total(explained);
    }

    private void treasury(DistributionExplanation explained) {
        Distribution distribution = explained.distribution();
        if (distribution.allotment().ranked().isEmpty()) {
            line("No work qualifies for any of it, so the treasury keeps it all.");
            return;
        }
        int basisPoints = explained.charter().treasuryBasisPoints();
        line(
                "Charter version %d gives the treasury %d of 10000: %s = %d.",
                explained.charterVersion(),
                basisPoints,
                Formulas.basisPoints(distribution.amount(), basisPoints),
                distribution.treasury());
    }

    private void split(DistributionExplanation explained) {
        Split<ContributionId> split = explained.distribution().allotment();
        line("");
        line("THE SPLIT");
        line(
                "%d are split over %d works, by %s. Their weights are %s in sum.",
                split.amount(),
                split.ranked().size(),
                explained.declared().usage().isEmpty()
                        ? "the values that their peers' ratings give them"
                        : "the usage that the partner names",
                split.weightSum());
        line("The floors leave %d over.", split.leftOver());
    }

    /** What was shown, against all there is. */
    private void total(DistributionExplanation explained) {
        line("");
        line("THE SUM");
        line("  treasury: %d", explained.distribution().treasury());
        line(
                "  kept for the authors of the %d works explained: %d",
                explained.concerned().works(), explained.concerned().kept());
        line(
                "  kept for the authors of %d others: %d",
                explained.rest().works(), explained.rest().kept());
        line("  together: %d, the revenue", explained.distribution().amount());
        why.excerpt()
                .owner()
                .ifPresent(
                        owner -> line("  of all this to %s: %d", owner, explained.creditOf(owner)));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
