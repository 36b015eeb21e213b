package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.Posting;

import java.util.List;
import java.util.Optional;

/**
 * Why an entry is as it is.
 *
 * @param postings of the entry: those of the owner asked for, or none when all are explained
 * @param distributionEntry the entry that credited what this one moves; for a distribution, itself
 * @param distribution why it credited that; empty for entries that no revenue made
 * @param receipt why so much of it is moved; empty for a distribution
 * @param payout why a payout moved so much; empty for what a revenue made
 */
public record Explanation(
        LedgerEntry entry,
        Excerpt excerpt,
        List<Posting> postings,
        Optional<LedgerEntry> distributionEntry,
        Optional<DistributionExplanation> distribution,
        Optional<ReceiptExplanation> receipt,
        Optional<PayoutExplanation> payout) {}
