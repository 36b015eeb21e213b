package org.commonfold.rating.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where praise comes back: pairs who rated each other's work, and closed circles of raters and
 * authors. For people to look at; nothing follows from it by itself. The same ratings give the same
 * report.
 *
 * @param findings the strongest first
 */
public record CollusionReport(List<Finding> findings) {

    private static final int CIRCLE_MEMBERS_MIN = 3;
    private static final int BASIS_POINTS = 10_000;
    private static final int STEP = 500;

    /**
     * A report.
     *
     * @param praises of the current ratings of a commons
     * @param totals of everybody there, whatever praises are left out
     * @param referencePoints what an ordinary rating gives
     * @param basisPointsMin looks only at praise that makes up at least this share of what its
     *     rater gave; 0 looks at all
     */
    public static CollusionReport of(
            Collection<Praise> praises,
            Map<ContributorId, Totals> totals,
            int referencePoints,
            int basisPointsMin) {
        PraiseGraph graph = new PraiseGraph(praises, totals, referencePoints, basisPointsMin);
        List<Finding> findings = new ArrayList<>(pairs(graph));
        findings.addAll(circles(graph));
        findings.sort(Finding.STRONGEST_FIRST);
        return new CollusionReport(List.copyOf(findings));
    }

    private static List<Finding> pairs(PraiseGraph graph) {
        List<Finding> pairs = new ArrayList<>();
        for (ContributorId one : graph.raters()) {
            for (ContributorId other : graph.praisedBy(one)) {
                boolean isFirst = one.value().compareTo(other.value()) < 0;
                if (isFirst && graph.praised(other, one)) {
                    pairs.add(graph.pair(one, other));
                }
            }
        }
        return pairs;
    }

    /**
     * In a lively commons nearly all are one large circle. So the strongest praise is looked at
     * first, and then weaker, step by step: who closes a circle leaves, and is in no weaker one.
     */
    private static List<Finding> circles(PraiseGraph graph) {
        List<Finding> circles = new ArrayList<>();
        List<ContributorId> people = graph.raters();
        for (int strength = BASIS_POINTS; strength >= 0; strength -= STEP) {
            Set<ContributorId> closed = new HashSet<>();
            for (List<Integer> circle : Circles.of(successors(graph, people, strength))) {
                if (circle.size() >= CIRCLE_MEMBERS_MIN) {
                    Set<ContributorId> members =
                            circle.stream().map(people::get).collect(Collectors.toSet());
                    circles.add(graph.circle(members, strength));
                    closed.addAll(members);
                }
            }
            people = people.stream().filter(one -> !closed.contains(one)).toList();
        }
        return circles;
    }

    private static int[][] successors(
            PraiseGraph graph, List<ContributorId> people, int strengthMin) {
        Map<ContributorId, Integer> numbers = new HashMap<>();
        people.forEach(one -> numbers.put(one, numbers.size()));
        return people.stream()
                .map(one -> graph.praisedBy(one).stream()
                        .filter(other -> numbers.containsKey(other)
                                && graph.strength(one, other) >= strengthMin)
                        .mapToInt(numbers::get)
                        .toArray())
                .toArray(int[][]::new);
    }
}
