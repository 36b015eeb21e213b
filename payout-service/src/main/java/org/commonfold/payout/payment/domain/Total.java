package org.commonfold.payout.payment.domain;

import java.math.BigDecimal;

/** How many payouts of a run are in a state, and their sum in micros. */
public record Total(Payout.State state, long payouts, BigDecimal micros) {

    /** Whether they are in the file for the bank. */
    public boolean isInFile() {
        return state.isInFile();
    }
}
