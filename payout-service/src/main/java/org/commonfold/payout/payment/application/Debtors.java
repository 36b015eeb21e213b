package org.commonfold.payout.payment.application;

import org.commonfold.payout.payment.domain.Debtor;

import java.util.Optional;

/** From which account payouts are paid. */
public interface Debtors {

    /** As it is set today; empty when it is not. */
    Optional<Debtor> current();
}
