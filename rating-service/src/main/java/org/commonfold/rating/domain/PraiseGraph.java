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

    private final Map<ContributorId, List<Praise>> praises = new HashMap<>();
    private final Map<ContributorId, Map<ContributorId, Long>> given = new HashMap<>();
    private final Map<ContributorId, Long> givenInAll = new HashMap<>();
    private final Map<ContributorId, Long> receivedInAll = new HashMap<>();
    private final int basisPointsMin;

    /** @param basisPointsMin of all that someone gave: who got less from them, got nothing */
    PraiseGraph(Collection<Praise> all, int basisPointsMin) {
        this.basisPointsMin = basisPointsMin;
        all.stream()
                .filter(praise -> !praise.authors().contains(praise.raterId()))
                .forEach(this::add);
    }

    /** Points for a work of several are given once, and each of its authors receives them. */
    private void add(Praise praise) {
        ContributorId rater = praise.raterId();
        praises.computeIfAbsent(rater, one -> new ArrayList<>()).add(praise);
        givenInAll.merge(rater, praise.points(), Long::sum);
        for (ContributorId author : praise.authors()) {
            receivedInAll.merge(author, praise.points(), Long::sum);
            given.computeIfAbsent(rater, one -> new HashMap<>())
                    .merge(author, praise.points(), Long::sum);
        }
    }

    /** By id. */
    List<ContributorId> people() {
        Set<ContributorId> people = new TreeSet<>(Comparator.comparing(ContributorId::value));
        people.addAll(givenInAll.keySet());
        people.addAll(receivedInAll.keySet());
        return List.copyOf(people);
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
        return points > 0 && Finding.share(points, givenInAll.get(rater)) >= basisPointsMin;
    }

    private long given(ContributorId rater, ContributorId author) {
        return given.getOrDefault(rater, Map.of()).getOrDefault(author, 0L);
    }

    Finding pair(ContributorId one, ContributorId other) {
        long there = given(one, other);
        long back = given(other, one);
        return new Finding(List.of(member(one, there, back), member(other, back, there)));
    }

    Finding circle(Set<ContributorId> members) {
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
        return new Finding(members.stream()
                .map(one -> member(
                        one,
                        givenInside.getOrDefault(one, 0L),
                        receivedInside.getOrDefault(one, 0L)))
                .toList());
    }

    private Finding.Member member(ContributorId one, long givenInside, long receivedInside) {
        return new Finding.Member(
                one,
                givenInAll.getOrDefault(one, 0L),
                givenInside,
                receivedInAll.getOrDefault(one, 0L),
                receivedInside);
    }
}
