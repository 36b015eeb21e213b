package org.commonfold.payout.payment.domain;

import java.util.Optional;

/** What a bank's status (ISO 20022, ExternalPaymentTransactionStatus1Code) comes to for us. */
public enum BankVerdict {
    /** The bank has taken it on for good. */
    PAID,
    /** The bank still checks, or says nothing about single payments. */
    PENDING,
    /** It will not be paid, or came back. */
    RETURNED;

    /**
     * ACSP counts as paid: many banks never say more, and a payment that fails later is reported
     * as rejected, which we take after that too. What is blocked (BLCK) after it was taken on is
     * neither there nor back, and a cheque (ACIS) may never be cashed.
     *
     * @param code or null
     * @return empty for none, or one we do not know
     */
    public static Optional<BankVerdict> of(String code) {
        if (code == null) {
            return Optional.empty();
        }
        return switch (code) {
            case "ACSP", "ACSC", "ACCC", "ACWP", "ACPD", "CPUC" -> Optional.of(PAID);
            case "RCVD",
                    "PDNG",
                    "ACTC",
                    "ACCP",
                    "ACFC",
                    "ACWC",
                    "PART",
                    "PATC",
                    "ACIS",
                    "BLCK",
                    "PRES" -> Optional.of(PENDING);
            case "RJCT", "CANC" -> Optional.of(RETURNED);
            default -> Optional.empty();
        };
    }
}
