package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.RevenueId;

/**
 * What one owner was credited of a revenue, and would have been.
 *
 * @param owner such as {@code contributor:ada}
 * @param was micros
 * @param wouldBe micros
 */
public record PreviewLine(
        RevenueId revenueId, String currency, String owner, long was, long wouldBe) {}
