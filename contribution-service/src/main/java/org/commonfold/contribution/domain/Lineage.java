package org.commonfold.contribution.domain;

import java.util.List;

/**
 * What a contribution builds on and what builds on it, as a graph.
 *
 * @param nodes itself, everything upstream and everything downstream of it
 * @param edges the derivations among them
 * @param isComplete whether there is no more of it
 */
public record Lineage(List<Contribution> nodes, List<Edge> edges, boolean isComplete) {

    /** One derivation. */
    public record Edge(ContributionId downstream, ContributionId upstream, int basisPoints) {}
}
