package org.commonfold.rating.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    /**
     * @param praises of the current ratings of a commons
     * @param basisPointsMin looks only at praise that makes up at least this share of what its
     *     rater gave; 0 looks at all. In a lively commons nearly all are one large circle, and the
     *     small ones show only above some share.
     */
    public static CollusionReport of(Collection<Praise> praises, int basisPointsMin) {
        PraiseGraph graph = new PraiseGraph(praises, basisPointsMin);
        List<ContributorId> people = graph.people();
        List<Finding> findings = new ArrayList<>();
        for (ContributorId one : people) {
            for (ContributorId other : graph.praisedBy(one)) {
                boolean isFirst = one.value().compareTo(other.value()) < 0;
                if (isFirst && graph.praised(other, one)) {
                    findings.add(graph.pair(one, other));
                }
            }
        }
        for (List<Integer> circle : Circles.of(successors(graph, people))) {
            if (circle.size() >= CIRCLE_MEMBERS_MIN) {
                Set<ContributorId> members =
                        circle.stream().map(people::get).collect(Collectors.toSet());
                findings.add(graph.circle(members));
            }
        }
        findings.sort(Finding.STRONGEST_FIRST);
        return new CollusionReport(List.copyOf(findings));
    }

    private static int[][] successors(PraiseGraph graph, List<ContributorId> people) {
        Map<ContributorId, Integer> numbers = new HashMap<>();
        people.forEach(one -> numbers.put(one, numbers.size()));
        return people.stream()
                .map(one -> graph.praisedBy(one).stream().mapToInt(numbers::get).toArray())
                .toArray(int[][]::new);
    }
}
