package org.commonfold.payout.payment.application;

import org.commonfold.payout.payment.domain.StatusReport;

/** Reads what banks report. */
public interface StatusReports {

    /** A report, or why it is none. */
    sealed interface Reading {

        /** It can be read; whether it fits is another question. */
        record Read(StatusReport report) implements Reading {}

        /**
         * @param detail why, without a word of its content
         */
        record Unreadable(String detail) implements Reading {}
    }

    Reading read(byte[] bytes);
}
