package org.commonfold.payout.payment.domain;

/** Why a command was refused. */
public enum Rejection {
    INVALID_IBAN,
    INVALID_HOLDER,
    NO_PAYOUT_ACCOUNT,
    UNKNOWN_CURRENCY,
    INVALID_MINIMUM,
    INVALID_EXECUTION_DATE,
    NOBODY_TO_PAY,
    UNKNOWN_RUN,
    SAME_TREASURER,
    RUN_APPROVED,
    RUN_CANCELLED,
    RUN_NOT_APPROVED,
    FILE_FETCHED,
    NO_DEBTOR,
    LEDGER_IS_RESTORED,
    REPORT_REUSED
}
