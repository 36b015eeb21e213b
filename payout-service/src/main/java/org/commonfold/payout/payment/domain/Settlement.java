package org.commonfold.payout.payment.domain;

import java.util.List;

/**
 * What a report comes to.
 *
 * @param errors why it is refused as a whole; none when it is accepted
 * @param settled nothing, when it is refused
 * @param paid how many payouts became so
 * @param returned how many payouts became so
 * @param unchanged of how many it said what was known, or nothing final
 */
public record Settlement(
        List<ReportError> errors, Settled settled, int paid, int returned, int unchanged) {

    public Settlement {
        errors = List.copyOf(errors);
    }

    static Settlement refused(List<ReportError> errors) {
        return new Settlement(errors, new Settled(List.of(), List.of()), 0, 0, 0);
    }
}
