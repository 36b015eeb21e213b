package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.Lineage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A graph to draw: what a contribution builds on and what builds on it, to any depth.
 *
 * @param isComplete false where a direction has more than a thousand contributions; the nearest are
 *     given then
 */
record LineageView(
        UUID contributionId,
        List<Node> nodes,
        List<Edge> edges,
        @Schema(examples = "true") boolean isComplete) {

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
    record Edge(
            @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
            UUID from,

            @Schema(examples = "0198c0de-0000-7000-8000-0000000000c0")
            UUID to,

            int basisPoints) {
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
