package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.Lineage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A graph to draw: what a contribution builds on and what builds on it, to any depth.
 *
 * @param isComplete false where a direction has more than a thousand contributions; the nearest are
 *     given then
 */
record LineageView(UUID contributionId, List<Node> nodes, List<Edge> edges, boolean isComplete) {

    /** A contribution. */
    record Node(UUID contributionId, String title, String kind, String state, Instant publishedAt) {
        static Node of(Contribution one) {
            return new Node(
                    one.id().value(),
                    one.work().title(),
                    one.work().kind(),
                    ContributionView.state(one),
                    one.publishedAt());
        }
    }

    /** A derivation: basis points of what {@code from} earns flow to {@code to}. */
    record Edge(UUID from, UUID to, int basisPoints) {
        static Edge of(Lineage.Edge one) {
            return new Edge(one.downstream().value(), one.upstream().value(), one.basisPoints());
        }
    }

    static LineageView of(UUID contributionId, Lineage lineage) {
        return new LineageView(
                contributionId,
                lineage.nodes().stream().map(Node::of).toList(),
                lineage.edges().stream().map(Edge::of).toList(),
                lineage.isComplete());
    }
}
