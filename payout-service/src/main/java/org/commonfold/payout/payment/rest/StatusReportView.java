package org.commonfold.payout.payment.rest;

import org.commonfold.payout.payment.application.ReadReports.ReadReport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

record StatusReportView(
        @Schema(description = "The report's own", examples = "BANK-2026-12-01-1")
        String messageId,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000a1")
        UUID runId,

        @Schema(description = "Who handed it in", examples = "tess")
        String readBy,

        @Schema(description = "Payments that became so", examples = "2")
        int paid,

        @Schema(description = "Payments that became so", examples = "1")
        int returned,

        @Schema(
                description = "Payments of which it said what was known, or nothing final",
                examples = "0")
        int unchanged) {

    static StatusReportView of(ReadReport report) {
        return new StatusReportView(
                report.messageId(),
                report.runId().value(),
                report.readBy(),
                report.paid(),
                report.returned(),
                report.unchanged());
    }
}
