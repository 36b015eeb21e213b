package org.commonfold.revenue.delivery.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which types an endpoint wants: one of the catalogue, all behind a dot ({@code revenue.*}), or all
 * ({@code *}). What is added to the catalogue later, a pattern matches too.
 */
public record EventTypePattern(String text) {

    /** The longest, in characters. */
    public static final int LENGTH_MAX = 64;

    private static final String ALL = "*";
    private static final String ALL_BEHIND = ".*";

    public boolean matches(EventType type) {
        if (text.equals(ALL)) {
            return true;
        }
        if (text.endsWith(ALL_BEHIND)) {
            // With the dot: revenue.* is not revenues.received.
            return type.wireName().startsWith(text.substring(0, text.length() - 1));
        }
        return text.equals(type.wireName());
    }

    /** Whether it can ever match: a misspelt type would be silence. */
    public boolean isKnown() {
        return text.length() <= LENGTH_MAX
                && Arrays.stream(EventType.values()).anyMatch(this::matches);
    }

    /** The types that at least one of the patterns matches. */
    public static Set<EventType> matched(Set<EventTypePattern> patterns) {
        return Arrays.stream(EventType.values())
                .filter(type -> patterns.stream().anyMatch(one -> one.matches(type)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }

    @Override
    public String toString() {
        return text;
    }
}
