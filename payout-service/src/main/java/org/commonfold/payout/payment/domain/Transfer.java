package org.commonfold.payout.payment.domain;

/** A payout and where it goes: the account as it was when the run was prepared. */
public record Transfer(Payout payout, PayoutAccount account) {

    /** Whether it is in the file for the bank, whatever became of it later. */
    public boolean isInFile() {
        return payout.state().isInFile();
    }
}
