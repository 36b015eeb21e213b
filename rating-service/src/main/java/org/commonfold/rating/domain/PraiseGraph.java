package org.commonfold.rating.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Who praised whom in a commons, in points. What someone gave to their own work is left out. */
final class PraiseGraph {

    /** So many ordinary ratings soften a share: one rating alone says little. */
    static final int ALLOWANCE_RATINGS = 10;

    private final Map<ContributorId, List<Praise>> praises = new HashMap<>();
    private final Map<ContributorId, Map<ContributorId, Long>> given = new HashMap<>();
    private final Map<ContributorId, Totals> totals;
    private final long allowance;
    private final int basisPointsMin;

    /**
     * A graph.
     *
     * @param totals of everybody, whatever praises are left out
     * @param referencePoints what an ordinary rating gives
     * @param basisPointsMin of all that someone gave: who got less from them, got nothing
     */
    PraiseGraph(
            Collection<Praise> all,
            Map<ContributorId, Totals> totals,
            int referencePoints,
            int basisPointsMin) {
        this.totals = totals;
        this.allowance = (long) ALLOWANCE_RATINGS * referencePoints;
        this.basisPointsMin = basisPointsMin;
        all.stream()
                .filter(praise -> !praise.authors().contains(praise.raterId()))
                .forEach(this::add);
    }

    /** Points for a work of several are given once, and each of its authors receives them. */
    private void add(Praise praise) {
        ContributorId rater = praise.raterId();
        praises.computeIfAbsent(rater, one -> new ArrayList<>()).add(praise);
        for (ContributorId author : praise.authors()) {
            given.computeIfAbsent(rater, one -> new HashMap<>())
                    .merge(author, praise.points(), Long::sum);
        }
    }

    private Totals totals(ContributorId one) {
        return totals.getOrDefault(one, Totals.NONE);
    }

    /** Who gave anything, by id. */
    List<ContributorId> raters() {
        return given.keySet().stream()
                .sorted(Comparator.comparing(ContributorId::value))
                .toList();
    }

    /** Whom someone praised. */
    Set<ContributorId> praisedBy(ContributorId rater) {
        Set<ContributorId> authors = new TreeSet<>(Comparator.comparing(ContributorId::value));
        given.getOrDefault(rater, Map.of()).keySet().stream()
                .filter(author -> praised(rater, author))
                .forEach(authors::add);
        return authors;
    }

    boolean praised(ContributorId rater, ContributorId author) {
        long points = given(rater, author);
        return points > 0 && Finding.share(points, totals(rater).given()) >= basisPointsMin;
    }

    /** What share of a rater's points went to an author, softened; in basis points. */
    int strength(ContributorId rater, ContributorId author) {
        return Finding.share(given(rater, author), totals(rater).given() + allowance);
    }

    private long given(ContributorId rater, ContributorId author) {
        return given.getOrDefault(rater, Map.of()).getOrDefault(author, 0L);
    }

    Finding pair(ContributorId one, ContributorId other) {
        long there = given(one, other);
        long back = given(other, one);
        return new Finding(
                List.of(member(one, there, back), member(other, back, there)),
                Math.min(strength(one, other), strength(other, one)));
    }

    Finding circle(Set<ContributorId> members, int strength) {
        Map<ContributorId, Long> givenInside = new HashMap<>();
        Map<ContributorId, Long> receivedInside = new HashMap<>();
        for (ContributorId rater : members) {
            for (Praise praise : praises.getOrDefault(rater, List.of())) {
                List<ContributorId> inside =
                        praise.authors().stream().filter(members::contains).toList();
                if (!inside.isEmpty()) {
                    givenInside.merge(rater, praise.points(), Long::sum);
                }
                inside.forEach(one -> receivedInside.merge(one, praise.points(), Long::sum));
            }
        }
        return new Finding(
                members.stream()
                        .map(one -> member(
                                one,
                                givenInside.getOrDefault(one, 0L),
                                receivedInside.getOrDefault(one, 0L)))
                        .toList(),
                strength);
    }

    private Finding.Member member(ContributorId one, long givenInside, long receivedInside) {
        return new Finding.Member(
                one, totals(one).given(), givenInside, totals(one).received(), receivedInside);
    }
}
