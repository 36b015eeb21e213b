package org.commonfold.payout.payment.iso20022;

import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.domain.Debtor;
import org.commonfold.payout.payment.domain.Iban;
import org.commonfold.payout.payment.domain.PaymentFile;
import org.commonfold.payout.payment.domain.Payout;
import org.commonfold.payout.payment.domain.PayoutAccount;
import org.commonfold.payout.payment.domain.PayoutId;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;
import org.commonfold.payout.payment.domain.Total;
import org.commonfold.payout.payment.domain.Transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes a file of many payments, as a process of its own with as little memory as it is given. */
final class LongFile {

    private static final int AT_ONCE = 100;
    private static final long MICROS = 12_340_000;
    private static final PayoutAccount ACCOUNT = PayoutAccount.of(
                    Optional.of(new Iban("DE89370400440532013000")), "Ada Lovelace")
            .fold(account -> account, () -> null, reason -> null);

    private LongFile() {}

    /** Arguments: where to, and how many. */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    private static void write(Path target, int payments) throws IOException {
        Iso20022PaymentFiles files = new Iso20022PaymentFiles();
        PaymentFile file = file(payments);
        try (OutputStream out = Files.newOutputStream(target)) {
            out.write(files.opening(file));
            for (int first = 0; first < payments; first += AT_ONCE) {
                out.write(files.transfers(file, page(first)));
            }
            out.write(files.closing());
        }
    }

    private static PaymentFile file(int payments) {
        Instant noon = Instant.parse("2026-11-23T12:00:00Z");
        Terms terms = new Terms(Currency.getInstance("EUR"), 1, LocalDate.parse("2026-12-01"));
        PayoutRun run = PayoutRun.prepared(new PayoutRunId(new UUID(7, 7)), terms, "tess", noon)
                .approve("theo", noon)
                .fold(approved -> approved, () -> null, reason -> null);
        BigDecimal sum = BigDecimal.valueOf(MICROS).multiply(BigDecimal.valueOf(payments));
        Debtor debtor = new Debtor(ACCOUNT.holder(), ACCOUNT.iban(), null);
        return PaymentFile.of(
                run, debtor, List.of(new Total(Payout.State.RESERVED, payments, sum)));
    }

    private static List<Transfer> page(int first) {
        List<Transfer> transfers = new ArrayList<>();
        for (int i = first; i < first + AT_ONCE; i++) {
            PayoutId id = new PayoutId(new UUID(7, i));
            ContributorId who = new ContributorId("p" + i);
            transfers.add(new Transfer(
                    new Payout(id, who, MICROS, Payout.State.RESERVED, null, List.of()), ACCOUNT));
        }
        return transfers;
    }
}
