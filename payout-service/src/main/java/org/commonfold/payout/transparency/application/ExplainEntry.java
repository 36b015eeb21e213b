package org.commonfold.payout.transparency.application;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.transparency.domain.DistributionExplanation;
import org.commonfold.payout.transparency.domain.Excerpt;
import org.commonfold.payout.transparency.domain.Explainer;
import org.commonfold.payout.transparency.domain.Explanation;
import org.commonfold.payout.transparency.domain.LedgerEntry;
import org.commonfold.payout.transparency.domain.ReceiptExplanation;

import java.util.List;
import java.util.Optional;

/**
 * Explains an entry down to the integers: what a revenue made, from the log up to its place and
 * from nothing later; what a payout made, from its run.
 */
@ApplicationScoped
public class ExplainEntry {

    private final Entries entries;
    private final PastCommons past;
    private final PayoutWorkings payouts;

    ExplainEntry(Entries entries, PastCommons past, PayoutWorkings payouts) {
        this.entries = entries;
        this.past = past;
        this.payouts = payouts;
    }

    public Uni<Explanation> explain(LedgerEntry entry, Excerpt excerpt) {
        return entries.postings(entry).chain(postings -> explain(entry, postings, excerpt));
    }

    private Uni<Explanation> explain(LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        if (entry.isOfPayout()) {
            return ofPayout(entry, postings, excerpt);
        }
        return entry.isDistribution()
                ? ofDistribution(entry, postings, excerpt)
                : ofReceipts(entry, postings, excerpt);
    }

    private Uni<Explanation> ofPayout(LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return payouts.of(entry)
                .invoke(why -> why.requireBooked(entry, postings))
                .map(why -> new Explanation(
                        entry,
                        excerpt,
                        concerned(postings, excerpt),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(why)));
    }

    private Uni<Explanation> ofDistribution(
            LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return distribution(entry, postings, excerpt)
                .map(why -> new Explanation(
                        entry,
                        excerpt,
                        concerned(postings, excerpt),
                        Optional.of(entry),
                        Optional.of(why),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Uni<DistributionExplanation> distribution(
            LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return past.before(
                entry.commonsId(),
                entry.place(),
                (commons, event) -> Explainer.distribution(commons, event, postings, excerpt));
    }

    /** The distribution first: the fold then goes on from there to the receipt. */
    private Uni<Explanation> ofReceipts(
            LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return entries.distributionOf(entry.commonsId(), entry.revenueId())
                .map(Optional::orElseThrow)
                .chain(credited -> entries.postings(credited)
                        .chain(credits -> distribution(credited, credits, excerpt.fromStart()))
                        .chain(why -> receipt(entry, postings, excerpt)
                                .map(receipt -> new Explanation(
                                        entry,
                                        excerpt,
                                        concerned(postings, excerpt),
                                        Optional.of(credited),
                                        Optional.of(why),
                                        Optional.of(receipt),
                                        Optional.empty()))));
    }

    private Uni<ReceiptExplanation> receipt(
            LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return past.before(
                entry.commonsId(),
                entry.place(),
                (commons, event) -> Explainer.receipt(commons, event, postings, excerpt));
    }

    private static List<Posting> concerned(List<Posting> postings, Excerpt excerpt) {
        return excerpt.owner().isEmpty()
                ? List.of()
                : postings.stream()
                        .filter(posting -> excerpt.concerns(posting.account().owner()))
                        .toList();
    }
}
