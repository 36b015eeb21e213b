package org.commonfold.payout.transparency.rest;

import org.commonfold.kit.paging.Page;
import org.commonfold.kit.paging.PageRequest;
import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.transparency.domain.Explanation;
import org.commonfold.payout.transparency.domain.WorkExplanation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The lines of an explanation that fit a page.
 *
 * @param next the cursor of what follows, or null
 */
record ExplanationPages(List<WorkExplanation> works, List<Release> releases, String next) {

    static ExplanationPages of(Explanation why, PageRequest request) {
        int from = why.excerpt().from();
        Page<WorkExplanation> works = page(
                why.distribution().map(one -> one.works()).orElse(List.of()),
                why.receipt().isPresent() ? 0 : from,
                request);
        Page<Release> releases =
                page(why.receipt().map(one -> one.releases()).orElse(List.of()), from, request);
        String next = why.receipt().isPresent() ? releases.next() : works.next();
        return new ExplanationPages(works.items(), releases.items(), next);
    }

    /** A cursor is the place of the last line shown. */
    static <T> Page<T> page(List<T> lines, int from, PageRequest request) {
        List<Integer> places =
                IntStream.range(0, lines.size()).map(i -> from + i).boxed().toList();
        Function<Integer, T> line = place -> lines.get(place - from);
        return Page.of(places, request, place -> place, line);
    }

    /** The place of the first line of a page. */
    static int from(PageRequest request) {
        return request.after(ExplanationPages::place).map(last -> last + 1).orElse(0);
    }

    private static Integer place(String text) {
        int place = Integer.parseInt(text);
        if (place < 0 || place == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("No place: " + text);
        }
        return place;
    }
}
