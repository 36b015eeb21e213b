package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.transparency.domain.PayoutExplanation;

/** Why a payout is as large as it is, as text. */
final class PayoutText {

    private final PayoutExplanation payout;
    private final WorkText.Lines lines;

    PayoutText(PayoutExplanation payout, WorkText.Lines lines) {
        this.payout = payout;
        this.lines = lines;
    }

    void write() {
        lines.add("");
        lines.add("THE PAYOUT");
        lines.add(
                "Run %s pays on %s who has %d or more available.",
                payout.run().id(), payout.run().executionDate(), payout.run().minimum());
        if (payout.available() != null) {
            rounding();
        }
        draws();
        if (payout.returnReason() != null) {
            lines.add("It came back: %s.", payout.returnReason());
        }
    }

    private void rounding() {
        lines.add(
                "%s had %d when it was prepared. A bank moves whole units of %d: %s = %d.",
                payout.owner(),
                payout.available(),
                payout.unit(),
                PayoutExplanationView.working(payout),
                payout.micros());
    }

    private void draws() {
        lines.add(
                "It is drawn from commons after commons, the lesser of what there is and what is");
        lines.add("missing yet:");
        for (PayoutExplanation.Draw draw : payout.draws()) {
            lines.add(
                    "  %s: %s = %d",
                    draw.commonsId(), PayoutExplanationView.DrawView.working(draw), draw.micros());
        }
        lines.add("  together: %d", payout.micros());
    }
}
