package org.commonfold.revenue.domain;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Three months of a year.
 *
 * @param number 1–4
 */
public record Quarter(int year, int number) {

    private static final int MONTHS = 3;
    private static final Pattern TEXT = Pattern.compile("([0-9]{4})-Q([1-4])");

    /** The one that a day is in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /**
     * @param text as {@code toString} gives it
     * @throws IllegalArgumentException when it is none
     */
    public static Quarter parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("No quarter: " + text);
        }
        return new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    /** {@code 2017-Q1}. */
    @Override
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }
}
