package org.commonfold.payout.payment.domain;

/**
 * A payout and where it goes.
 *
 * @param account as it was when the run was prepared; null of a run that was restored, since no log
 *     holds bank accounts
 */
public record Transfer(Payout payout, PayoutAccount account) {

    /** Whether it is in the file for the bank, whatever became of it later. */
    public boolean isInFile() {
        return payout.state().isInFile();
    }
}
