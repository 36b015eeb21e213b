package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Revenue;

import java.util.List;

/**
 * Explains entries in the state that their commons had just before the event that made them. What
 * does not add up to what was booked is not given out.
 */
public final class Explainer {

    private Explainer() {}

    /**
     * Why a revenue was distributed so.
     *
     * @param postings all of the entry that it made
     * @throws DoesNotAddUp when they are others than explained
     */
    public static DistributionExplanation distribution(
            CommonsFold before, CommonsEvent event, List<Posting> postings, Excerpt excerpt) {
        CommonsEvent.RevenueDeclared declared = (CommonsEvent.RevenueDeclared) event;
        DistributionExplanation explanation = DistributionExplanation.of(before, declared, excerpt);
        Sums.of(declared, explanation.distribution()).requireBooked(declared.revenueId(), postings);
        return explanation;
    }

    /**
     * Why a receipt released so much, or a voiding took so much back.
     *
     * @param postings all of the entry that it made
     * @throws DoesNotAddUp when they are others than explained
     */
    public static ReceiptExplanation receipt(
            CommonsFold before, CommonsEvent event, List<Posting> postings, Excerpt excerpt) {
        if (event instanceof CommonsEvent.RevenueVoided voided) {
            Revenue revenue = before.revenue(voided.revenueId()).orElseThrow();
            Sums.ofVoiding(revenue).requireBooked(voided.revenueId(), postings);
            return ReceiptExplanation.ofVoiding(revenue, excerpt);
        }
        CommonsEvent.RevenueReceived receipt = (CommonsEvent.RevenueReceived) event;
        Revenue revenue = before.revenue(receipt.revenueId()).orElseThrow();
        long part = receipt.amount().micros();
        Sums.ofReceipt(revenue, part).requireBooked(receipt.revenueId(), postings);
        return ReceiptExplanation.ofReceipt(revenue, part, excerpt);
    }
}
