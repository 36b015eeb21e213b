package org.commonfold.payout.payment.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * What the file of a run begins with. Nothing of it ever changes.
 *
 * @param debtor null of a run that was restored, whose file cannot be written any more
 * @param payments how many are in it
 * @param micros their sum
 */
public record PaymentFile(PayoutRun run, Debtor debtor, long payments, BigDecimal micros) {

    public static PaymentFile of(PayoutRun run, Debtor debtor, List<Total> totals) {
        long payments = 0;
        BigDecimal micros = BigDecimal.ZERO;
        for (Total total : totals) {
            if (total.isInFile()) {
                payments += total.payouts();
                micros = micros.add(total.micros());
            }
        }
        return new PaymentFile(run, debtor, payments, micros);
    }

    /** By which the bank knows it, and names it in its reports. */
    public String messageId() {
        return run.id().reference();
    }
}
