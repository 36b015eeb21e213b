package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.fold.domain.Revenue;

import java.util.List;

/**
 * Why so much of a distribution became available, or was taken back.
 *
 * @param total micros that were declared
 * @param before micros that had arrived before
 * @param part micros that arrived now; 0 when what had not arrived was taken back
 * @param releases the excerpt, by owner: those asked for, and one more when there are more
 */
public record ReceiptExplanation(
        long total, long before, long part, boolean takenBack, List<Release> releases) {

    /** Of a receipt, in the state just before it. */
    static ReceiptExplanation ofReceipt(Revenue revenue, long part, Excerpt excerpt) {
        return of(revenue, part, false, excerpt);
    }

    /** Of a voiding, in the state just before it. */
    static ReceiptExplanation ofVoiding(Revenue revenue, Excerpt excerpt) {
        return of(revenue, 0, true, excerpt);
    }

    private static ReceiptExplanation of(
            Revenue revenue, long part, boolean takenBack, Excerpt excerpt) {
        List<Release> concerned = revenue.releases(revenue.received() + part).stream()
                .filter(release -> excerpt.concerns(release.owner()))
                .toList();
        return new ReceiptExplanation(
                revenue.amount().micros(),
                revenue.received(),
                part,
                takenBack,
                excerpt.of(concerned));
    }

    /** What this moved for an owner. */
    public long micros(Release release) {
        return takenBack ? release.unreleased() : release.micros();
    }
}
