package org.commonfold.revenue.application;

import org.commonfold.revenue.domain.Quarter;
import org.commonfold.revenue.domain.QuarterSummary;

/** Where in a summary something stands: by quarter, then by currency. */
public record SummaryPlace(Quarter quarter, String currencyCode) {

    /** Before every place there is. */
    public static final SummaryPlace FIRST = new SummaryPlace(new Quarter(1, 1), "");

    private static final String BETWEEN = "/";

    public static SummaryPlace of(QuarterSummary summary) {
        return new SummaryPlace(summary.quarter(), summary.currency().getCurrencyCode());
    }

    /**
     * @param text as {@code toString} gives it
     * @throws IllegalArgumentException when it is none
     */
    public static SummaryPlace parse(String text) {
        String[] parts = text.split(BETWEEN, 2);
        if (parts.length < 2 || !parts[1].matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("No place: " + text);
        }
        return new SummaryPlace(Quarter.parse(parts[0]), parts[1]);
    }

    @Override
    public String toString() {
        return quarter + BETWEEN + currencyCode;
    }
}
