package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.PairCap;
import org.commonfold.payout.fold.domain.RatingWorking;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.fold.domain.Valuation;
import org.commonfold.payout.fold.domain.Vote;
import org.commonfold.payout.transparency.domain.DistributionExplanation;
import org.commonfold.payout.transparency.domain.WorkExplanation;

/** One work of an explanation as text. */
final class WorkText {

    private static final int VOTES_MAX = 100;

    /** Where a line goes. */
    @FunctionalInterface
    interface Lines {
        void add(String format, Object... values);
    }

    private final DistributionExplanation explained;
    private final int votesMax;
    private final Lines lines;

    WorkText(DistributionExplanation explained, boolean allVotes, Lines lines) {
        this.explained = explained;
        this.votesMax = allVotes ? Integer.MAX_VALUE : VOTES_MAX;
        this.lines = lines;
    }

    void write(WorkExplanation work) {
        Flow flow = work.flow();
        lines.add("");
        lines.add("WORK %s", flow.contribution());
        work.allotment().ifPresent(one -> allotment(flow, one));
        for (WorkExplanation.Inflow inflow : work.inflows()) {
            lines.add(
                    "  from %s, which derives from it and has %d: %s = %d",
                    inflow.from(),
                    inflow.allotted(),
                    Formulas.basisPoints(inflow.allotted(), inflow.basisPoints()),
                    inflow.micros());
        }
        lines.add("  It has %d.", flow.allotted());
        flow.upstream().forEach(passed -> passed(flow, passed));
        lines.add("  Kept for its authors: %d.", flow.kept());
        authors(flow.authors());
        work.valuation().ifPresent(this::value);
    }

    private void allotment(Flow flow, WorkExplanation.Allotment allotment) {
        lines.add(
                "  weight %s: %s = %d, remainder %s, rank %d: + %d = %d",
                allotment.weight(),
                Formulas.part(
                        explained.distribution().allotment().amount(),
                        allotment.weight(),
                        explained.distribution().allotment().weightSum()),
                allotment.floor(),
                allotment.remainder(),
                allotment.rank(),
                allotment.extra(),
                flow.own());
    }

    private void passed(Flow flow, Flow.Passed passed) {
        if (passed.live()) {
            lines.add(
                    "  to %s, which it derives from: %s = %d",
                    passed.to(),
                    Formulas.basisPoints(flow.allotted(), passed.basisPoints()),
                    passed.micros());
        } else {
            lines.add("  to %s, which was withdrawn: 0", passed.to());
        }
    }

    private void authors(Split<ContributorId> split) {
        for (int rank = 0; rank < split.ranked().size(); rank++) {
            Split.Part<ContributorId> part = split.ranked().get(rank);
            lines.add(
                    "    %s, share %s: %s = %d, remainder %s, rank %d: + %d = %d",
                    part.id(),
                    part.weight(),
                    Formulas.part(split.amount(), part.weight(), split.weightSum()),
                    part.floor(),
                    part.remainder(),
                    rank + 1,
                    split.micros(rank) - part.floor(),
                    split.micros(rank));
        }
    }

    private void value(Valuation valuation) {
        lines.add(
                "  Its weight is its value, %s: %d peers have rated it, %d must have.",
                valuation.value(), valuation.peers(), valuation.quorum());
        lines.add(
                "  Sorted by level, the value is where the sum of influence passes half of %d:",
                valuation.influence());
        int from = Math.max(
                0,
                Math.min(
                        Math.max(0, valuation.median()) - votesMax / 2,
                        valuation.votes().size() - votesMax));
        long sum = 0;
        for (int place = 0; place < valuation.votes().size(); place++) {
            Vote vote = valuation.votes().get(place);
            sum += vote.influence();
            if (place >= from && place - from < votesMax) {
                vote(vote, sum, place == valuation.median() || place == valuation.next());
            }
        }
        int left = valuation.votes().size() - votesMax;
        if (left > 0) {
            lines.add("    %d votes further from the median are not shown", left);
        }
        if (valuation.next() != Valuation.NONE) {
            lines.add("    Exactly half: the value is the floor of the mean of two levels.");
        }
    }

    private void vote(Vote vote, long sum, boolean median) {
        lines.add(
                "   %s level %s by %s, influence %d, sum %d",
                median ? "→" : " ",
                vote.level(),
                vote.isOfCharter() ? "the charter" : vote.rater(),
                vote.influence(),
                sum);
        if (!vote.isOfCharter()) {
            rating(vote);
        }
    }

    private void rating(Vote vote) {
        RatingWorking rating = vote.working();
        Charter charter = explained.charters().get(rating.charterVersion() - 1);
        StringBuilder scores = new StringBuilder();
        for (Criterion criterion : charter.criteria()) {
            long score = rating.scores().get(criterion.name());
            scores.append("%s %d gives %d · %d, "
                    .formatted(
                            criterion.name(),
                            score,
                            criterion.weight(),
                            criterion.weightedPoints(score) / criterion.weight()));
        }
        lines.add(
                "        %stogether %d points (charter version %d)",
                scores, rating.points(), rating.charterVersion());
        lines.add(
                "        level: %s = %s; %d other ratings with %d points",
                Formulas.level(charter, rating),
                vote.level(),
                rating.others(),
                rating.othersPoints());
        pairCap(charter, vote);
    }

    private void pairCap(Charter charter, Vote vote) {
        RatingWorking rating = vote.working();
        PairCap cap = rating.pairCap();
        lines.add(
                "        pair cap: of this rater's points %d go to %s; %s = %s %s %s = %s",
                cap.toMostPraised(),
                cap.mostPraised(),
                Formulas.num(charter, rating),
                cap.num(),
                cap.isKept() ? "≥" : "<",
                Formulas.den(rating),
                cap.den());
        lines.add(
                "        influence: %s = %d, confidence %d",
                Formulas.influence(rating), vote.influence(), rating.confidence());
    }
}
