package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.fold.domain.Valuation;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A distribution work by work: what concerns whom, and what flowed from where. */
final class DistributionLines {

    private static final String CONTRIBUTOR = "contributor:";

    private final List<Flow> all = new ArrayList<>();
    private final Map<ContributionId, WorkExplanation.Allotment> allotments = new HashMap<>();
    private final Map<ContributionId, List<WorkExplanation.Inflow>> inflows = new HashMap<>();

    DistributionLines(Distribution distribution) {
        Set<ContributionId> flowing = new HashSet<>();
        for (Flow flow : distribution.flows()) {
            all.add(flow);
            flowing.add(flow.contribution());
            flow.upstream().forEach(passed -> receive(flow, passed));
        }
        Split<ContributionId> split = distribution.allotment();
        for (int rank = 0; rank < split.ranked().size(); rank++) {
            Split.Part<ContributionId> part = split.ranked().get(rank);
            allotments.put(part.id(), allotment(split, rank));
            // Too small a weight for a single micro: a line of the split nevertheless.
            if (part.weight().signum() > 0 && !flowing.contains(part.id())) {
                all.add(new Flow(part.id(), 0, 0, List.of(), 0, nothing()));
            }
        }
    }

    private static Split<ContributorId> nothing() {
        return new Split<>(0, BigInteger.ZERO, List.of(), 0);
    }

    private static WorkExplanation.Allotment allotment(Split<ContributionId> split, int rank) {
        Split.Part<ContributionId> part = split.ranked().get(rank);
        int extra = (int) (split.micros(rank) - part.floor());
        return new WorkExplanation.Allotment(
                part.weight(), part.floor(), part.remainder(), rank + 1, extra);
    }

    private void receive(Flow from, Flow.Passed passed) {
        if (passed.micros() > 0) {
            inflows.computeIfAbsent(passed.to(), none -> new ArrayList<>())
                    .add(new WorkExplanation.Inflow(
                            from.contribution(),
                            from.allotted(),
                            passed.basisPoints(),
                            passed.micros()));
        }
    }

    /** The last published first, and those whose weight was too small for a micro last. */
    List<Flow> all() {
        return all;
    }

    /**
     * The works that an owner is credited for, and all from which something flowed to these. What
     * is upstream stands behind, so one look at each, from the end, is enough.
     */
    List<Flow> concerning(Optional<String> owner) {
        if (owner.isEmpty()) {
            return all;
        }
        Set<ContributionId> concerned = new HashSet<>();
        Deque<Flow> laterFirst = new ArrayDeque<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Flow flow = all.get(i);
            boolean credits = partOf(owner.get(), flow) > 0;
            boolean feeds = flow.upstream().stream()
                    .anyMatch(one -> one.micros() > 0 && concerned.contains(one.to()));
            if (credits || feeds) {
                concerned.add(flow.contribution());
                laterFirst.addFirst(flow);
            }
        }
        return List.copyOf(laterFirst);
    }

    /** The micros of an owner among the authors of a work. */
    static long partOf(String owner, Flow flow) {
        Split<ContributorId> authors = flow.authors();
        for (int rank = 0; rank < authors.ranked().size(); rank++) {
            if (owner.equals(CONTRIBUTOR + authors.ranked().get(rank).id())) {
                return authors.micros(rank);
            }
        }
        return 0;
    }

    WorkExplanation explain(Flow flow, Valuation valuation) {
        ContributionId work = flow.contribution();
        return new WorkExplanation(
                flow,
                Optional.ofNullable(allotments.get(work)),
                inflows.getOrDefault(work, List.of()),
                Optional.ofNullable(valuation));
    }
}
