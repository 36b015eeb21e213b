package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.transparency.domain.WorkExplanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.stream.IntStream;

/** What one work had of a revenue, and why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WorkView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000c1")
        String contributionId,

        @Schema(
                description = "Its line in the split over works; absent when it only had what"
                        + " flowed to it")
        PartView allotment,

        List<InflowView> inflows,
        @Schema(examples = "95000000") String allottedMicros,
        List<OutflowView> outflows,
        @Schema(examples = "95000000") String keptMicros,
        List<PartView> authors,

        @Schema(description = "What its weight is made of; absent when the weight is the partner's")
        ValueView value) {

    /**
     * A line of a split.
     *
     * @param id of the contribution or the contributor
     * @param rank from 1: in this order what is left over is given out
     */
    record PartView(
            @Schema(examples = "ada") String id,
            @Schema(examples = "1") String weight,
            @Schema(examples = "95000000") String floorMicros,
            @Schema(examples = "0") String remainder,
            @Schema(examples = "1") int rank,
            @Schema(examples = "0") int extraMicros,
            @Schema(examples = "95000000") String micros) {}

    /** What a later work passed on to this one. */
    record InflowView(
            @Schema(examples = "0198c0de-0000-7000-8000-0000000000c2")
            String from,

            @Schema(examples = "1000000") String allottedMicros,
            @Schema(examples = "500") int basisPoints,
            @Schema(examples = "50000") String micros) {}

    /** What this one passed on. */
    record OutflowView(
            @Schema(examples = "0198c0de-0000-7000-8000-0000000000c0")
            String to,

            @Schema(examples = "500") int basisPoints,

            @Schema(examples = "true", description = "Nothing flows to what was withdrawn")
            boolean live,

            @Schema(examples = "50000") String micros) {}

    static WorkView of(WorkExplanation work, List<Charter> charters, boolean allVotes) {
        Flow flow = work.flow();
        return new WorkView(
                flow.contribution().value(),
                work.allotment().map(one -> allotment(flow, one)).orElse(null),
                work.inflows().stream().map(WorkView::inflow).toList(),
                Long.toString(flow.allotted()),
                flow.upstream().stream().map(WorkView::outflow).toList(),
                Long.toString(flow.kept()),
                authors(flow.authors()),
                work.valuation()
                        .map(one -> ValueView.of(one, charters, allVotes))
                        .orElse(null));
    }

    private static PartView allotment(Flow flow, WorkExplanation.Allotment allotment) {
        return new PartView(
                flow.contribution().value(),
                allotment.weight().toString(),
                Long.toString(allotment.floor()),
                allotment.remainder().toString(),
                allotment.rank(),
                allotment.extra(),
                Long.toString(flow.own()));
    }

    private static InflowView inflow(WorkExplanation.Inflow inflow) {
        return new InflowView(
                inflow.from().value(),
                Long.toString(inflow.allotted()),
                inflow.basisPoints(),
                Long.toString(inflow.micros()));
    }

    private static OutflowView outflow(Flow.Passed passed) {
        return new OutflowView(
                passed.to().value(),
                passed.basisPoints(),
                passed.live(),
                Long.toString(passed.micros()));
    }

    private static List<PartView> authors(Split<ContributorId> split) {
        return IntStream.range(0, split.ranked().size())
                .mapToObj(rank -> author(split, rank))
                .toList();
    }

    private static PartView author(Split<ContributorId> split, int rank) {
        Split.Part<ContributorId> part = split.ranked().get(rank);
        return new PartView(
                part.id().value(),
                part.weight().toString(),
                Long.toString(part.floor()),
                part.remainder().toString(),
                rank + 1,
                (int) (split.micros(rank) - part.floor()),
                Long.toString(split.micros(rank)));
    }
}
