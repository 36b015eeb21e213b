package org.commonfold.payout.payment.application;

import org.commonfold.payout.payment.domain.PayoutRun;

import java.util.Optional;

/**
 * What payout.log tells of a payout.
 *
 * @param run as it was approved; told with reservations only
 */
public record LoggedMovement(BookedMovement booked, Optional<PayoutRun> run) {}
