package org.commonfold.payout.fold.domain;

/**
 * One line of an entry.
 *
 * @param micros debits are positive, credits negative; never 0
 */
public record Posting(Account account, long micros) {}
