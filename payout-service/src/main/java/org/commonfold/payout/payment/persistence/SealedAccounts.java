package org.commonfold.payout.payment.persistence;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.sealing.Sealer;
import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.Holder;
import org.commonfold.payout.payment.domain.Iban;
import org.commonfold.payout.payment.domain.PayoutAccount;
import org.commonfold.payout.payment.domain.PayoutRunId;

import java.nio.charset.StandardCharsets;

/** Bank accounts as the database keeps them: sealed, each for one person. */
@ApplicationScoped
class SealedAccounts {

    /** In neither an IBAN nor a holder. */
    private static final String BETWEEN = "\n";

    private final Sealer sealer;

    SealedAccounts(Sealer sealer) {
        this.sealer = sealer;
    }

    String seal(String contributorId, PayoutAccount account) {
        String text = account.iban().value() + BETWEEN + account.holder().name();
        return sealer.seal(purpose(contributorId), text.getBytes(StandardCharsets.UTF_8));
    }

    PayoutAccount open(String contributorId, String sealed) {
        byte[] opened = sealer.open(purpose(contributorId), sealed);
        String[] parts = new String(opened, StandardCharsets.UTF_8).split(BETWEEN, 2);
        return new PayoutAccount(new Iban(parts[0]), new Holder(parts[1]));
    }

    /** With the key that seals today. */
    String sealAnew(String contributorId, String sealed) {
        return seal(contributorId, open(contributorId, sealed));
    }

    String sealDebtor(PayoutRunId runId, Debtor debtor) {
        String bic = debtor.bic() == null ? "" : debtor.bic();
        String text =
                String.join(BETWEEN, debtor.iban().value(), bic, debtor.name().name());
        return sealer.seal(purpose(runId), text.getBytes(StandardCharsets.UTF_8));
    }

    Debtor openDebtor(PayoutRunId runId, String sealed) {
        byte[] opened = sealer.open(purpose(runId), sealed);
        String[] parts = new String(opened, StandardCharsets.UTF_8).split(BETWEEN, 3);
        String bic = parts[1].isEmpty() ? null : parts[1];
        return new Debtor(new Holder(parts[2]), new Iban(parts[0]), bic);
    }

    String sealDebtorAnew(PayoutRunId runId, String sealed) {
        return sealDebtor(runId, openDebtor(runId, sealed));
    }

    /** With what everything begins that is sealed with the key of today. */
    String currentPrefix() {
        return sealer.currentPrefix();
    }

    private static String purpose(PayoutRunId runId) {
        return "payout_run_debtor/" + runId;
    }

    private static String purpose(String contributorId) {
        return "payout_account/" + contributorId;
    }
}
