package org.commonfold.payout.transparency.domain;

import java.util.List;
import java.util.Optional;

/**
 * Which part of an explanation is asked for.
 *
 * @param owner only what concerns one, such as {@code contributor:ada}; else everything
 * @param from the place of the first line
 * @param limit how many lines
 */
public record Excerpt(Optional<String> owner, int from, int limit) {

    /** Everything, from the first line on. */
    public static Excerpt first(int limit) {
        return new Excerpt(Optional.empty(), 0, limit);
    }

    /** The same, from the first line on. */
    public Excerpt fromStart() {
        return new Excerpt(owner, 0, limit);
    }

    /** Whether an owner is asked for. */
    public boolean concerns(String anOwner) {
        return owner.isEmpty() || owner.get().equals(anOwner);
    }

    /** The lines asked for, and one more when there are more. */
    <T> List<T> of(List<T> lines) {
        int start = Math.min(from, lines.size());
        return lines.subList(start, Math.min(start + limit + 1, lines.size()));
    }
}
