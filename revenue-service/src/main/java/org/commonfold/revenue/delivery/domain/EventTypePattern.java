package org.commonfold.revenue.delivery.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which types an endpoint wants: one of the catalogue, all behind a dot ({@code revenue.*}), or all
 * ({@code *}). What is added to the catalogue later, a pattern matches too.
 */
public record EventTypePattern(String text) {

    /** The longest, in characters. */
    public static final int LENGTH_MAX = 64;

    /** All the patterns that match a type. */
    public static List<EventTypePattern> matching(EventType type) {
        String name = type.wireName();
        // With the dot: revenue.* is not revenues.received.
        String family = name.substring(0, name.indexOf('.') + 1) + "*";
        return List.of(
                new EventTypePattern(name),
                new EventTypePattern(family),
                new EventTypePattern("*"));
    }

    public boolean matches(EventType type) {
        return matching(type).contains(this);
    }

    /** Whether it matches anything: a misspelt type would be silence. */
    public boolean isKnown() {
        return Arrays.stream(EventType.values()).anyMatch(this::matches);
    }

    /** The types that at least one of the patterns matches. */
    public static Set<EventType> matched(Collection<EventTypePattern> patterns) {
        return Arrays.stream(EventType.values())
                .filter(type -> patterns.stream().anyMatch(one -> one.matches(type)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }

    @Override
    public String toString() {
        return text;
    }
}
