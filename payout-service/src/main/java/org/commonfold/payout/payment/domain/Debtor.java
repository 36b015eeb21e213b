package org.commonfold.payout.payment.domain;

/**
 * From whose account payouts are paid: the commons' treasury, as the bank knows it.
 *
 * @param bic of its bank, or null
 */
public record Debtor(Holder name, Iban iban, String bic) {}
