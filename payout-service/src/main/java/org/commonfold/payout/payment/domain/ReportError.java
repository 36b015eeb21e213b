package org.commonfold.payout.payment.domain;

/**
 * One thing wrong with a report.
 *
 * @param place the end-to-end id, or the element it is in
 * @param problem what
 */
public record ReportError(String place, String problem) {}
