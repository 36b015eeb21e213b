package org.commonfold.payout.restore.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts what belongs at certain places of a commons' chain between what comes in order.
 *
 * @param <T> what is linked
 */
public final class Interleaving<T> {

    private final Function<T, String> commonsOf;
    private final Map<String, Long> lengths;
    private final Map<String, Deque<Placed<T>>> waiting = new HashMap<>();

    /** What has its place already, counted from 1 on. */
    public record Placed<T>(T one, long sequence) {}

    /**
     * @param lengths of the chains so far; 0 where there is none
     * @param placed by sequence
     */
    public Interleaving(
            Function<T, String> commonsOf, Map<String, Long> lengths, List<Placed<T>> placed) {
        this.commonsOf = commonsOf;
        this.lengths = new HashMap<>(lengths);
        placed.forEach(one -> waiting.computeIfAbsent(
                        commonsOf.apply(one.one()), none -> new ArrayDeque<>())
                .add(one));
    }

    /** All that comes, each with what belongs right behind it. */
    public List<T> with(List<T> coming) {
        List<T> all = new ArrayList<>();
        for (T one : coming) {
            all.add(one);
            String commons = commonsOf.apply(one);
            long length = lengths.merge(commons, 1L, Long::sum);
            Deque<Placed<T>> here = waiting.getOrDefault(commons, new ArrayDeque<>());
            while (!here.isEmpty() && here.peek().sequence() == length + 1) {
                all.add(here.remove().one());
                length++;
            }
            lengths.put(commons, length);
        }
        return all;
    }
}
