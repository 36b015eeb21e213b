package org.commonfold.payout.ledger.application;

import java.math.BigDecimal;

/**
 * What an owner has in one currency, in micros.
 *
 * @param owner {@code contributor:<id>} or {@code treasury:<commonsId>}
 * @param accrued declared, not yet received
 * @param available received
 * @param reserved in a payout
 * @param paid left for the bank
 */
public record Balance(
        String owner,
        String currency,
        BigDecimal accrued,
        BigDecimal available,
        BigDecimal reserved,
        BigDecimal paid) {}
