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
import java.util.UUID;

/** Explains an entry down to the integers, from the log up to its place and from nothing later. */
@ApplicationScoped
public class ExplainEntry {

    private final Entries entries;
    private final PastCommons past;

    ExplainEntry(Entries entries, PastCommons past) {
        this.entries = entries;
        this.past = past;
    }

    /** Empty when there is no such entry. */
    public Uni<Optional<Explanation>> explain(UUID entryId, Excerpt excerpt) {
        return entries.find(entryId)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : explain(found.get(), excerpt).map(Optional::of));
    }

    private Uni<Explanation> explain(LedgerEntry entry, Excerpt excerpt) {
        if (entry.isDistribution()) {
            return entries.postings(entry)
                    .chain(postings -> distribution(entry, postings, excerpt)
                            .map(why -> new Explanation(
                                    entry,
                                    excerpt,
                                    concerned(postings, excerpt),
                                    Optional.of(entry),
                                    Optional.of(why),
                                    Optional.empty())));
        }
        return entries.postings(entry)
                .chain(postings -> entry.isOfReceipts()
                        ? ofReceipts(entry, postings, excerpt)
                        : Uni.createFrom().item(unexplained(entry, postings, excerpt)));
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
                                        Optional.of(receipt)))));
    }

    private Uni<ReceiptExplanation> receipt(
            LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return past.before(
                entry.commonsId(),
                entry.place(),
                (commons, event) -> Explainer.receipt(commons, event, postings, excerpt));
    }

    /** No revenue made it: its postings say all there is to say. */
    private static Explanation unexplained(
            LedgerEntry entry, List<Posting> postings, Excerpt excerpt) {
        return new Explanation(
                entry,
                excerpt,
                concerned(postings, excerpt),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Posting> concerned(List<Posting> postings, Excerpt excerpt) {
        return excerpt.owner().isEmpty()
                ? List.of()
                : postings.stream()
                        .filter(posting -> excerpt.concerns(posting.account().owner()))
                        .toList();
    }
}
