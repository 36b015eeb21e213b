package org.commonfold.payout.payment.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A batch of payouts. */
public record PayoutRunId(UUID value) {

    private static final Pattern REFERENCE =
            Pattern.compile("([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})");

    /** As the bank sees it: at most 35 characters, without the hyphens. */
    public String reference() {
        return value.toString().replace("-", "");
    }

    /** Back from {@link #reference}; empty when it is none of ours. */
    public static Optional<PayoutRunId> ofReference(String reference) {
        Matcher parts = REFERENCE.matcher(reference);
        return parts.matches()
                ? Optional.of(new PayoutRunId(UUID.fromString(parts.replaceAll("$1-$2-$3-$4-$5"))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
