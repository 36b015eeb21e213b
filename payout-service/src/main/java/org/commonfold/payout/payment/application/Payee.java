package org.commonfold.payout.payment.application;

import org.commonfold.payout.fold.domain.ContributorId;

/**
 * Somebody with a payout account and enough for a payout.
 *
 * @param availableMicros over all commons
 */
public record Payee(ContributorId contributorId, long availableMicros) {}
