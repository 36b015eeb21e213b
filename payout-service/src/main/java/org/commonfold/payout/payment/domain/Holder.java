package org.commonfold.payout.payment.domain;

import java.util.regex.Pattern;

/**
 * Whose account it is, in the characters that every bank of SEPA takes (EPC217-08): never shown but
 * to its owner.
 *
 * @param name at most 70 characters
 */
public record Holder(String name) {

    /** Letters, digits and the punctuation that banks take; no blank at either end. */
    public static final String PATTERN =
            "[A-Za-z0-9?:().,'+-]([A-Za-z0-9/?:().,'+ -]{0,68}[A-Za-z0-9?:().,'+-])?";

    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");

    /** No bank takes two slashes in a row, and nobody is called by punctuation alone. */
    static Decision<Holder> of(String name) {
        boolean isName = name.matches(PATTERN)
                && !name.contains("//")
                && LETTER.matcher(name).find();
        return isName
                ? Decision.accept(new Holder(name))
                : Decision.reject(Rejection.INVALID_HOLDER);
    }

    @Override
    public String toString() {
        return "Holder";
    }
}
