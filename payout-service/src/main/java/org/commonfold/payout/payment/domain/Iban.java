package org.commonfold.payout.payment.domain;

/**
 * An IBAN whose check digits hold. Never shown whole: its text is masked.
 *
 * @param value without spaces
 */
public record Iban(String value) {

    private static final int SHOWN = 4;

    /** {@code DE89…3000}. */
    public String masked() {
        return value.substring(0, SHOWN) + "…" + value.substring(value.length() - SHOWN);
    }

    @Override
    public String toString() {
        return masked();
    }
}
