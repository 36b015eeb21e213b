package org.commonfold.payout.payment.application;

import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.Transfer;

import java.util.List;

/**
 * Files for the bank, part by part, so that one of any length fits into little memory. The same
 * input gives the same bytes.
 */
public interface PaymentFiles {

    /** All before the first transfer. */
    byte[] opening(PaymentFile file);

    byte[] transfers(PaymentFile file, List<Transfer> transfers);

    /** All after the last transfer. */
    byte[] closing();
}
