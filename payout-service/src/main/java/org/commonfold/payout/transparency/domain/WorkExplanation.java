package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.Valuation;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What one work had of a revenue, and why.
 *
 * @param flow what it was allotted and what became of it
 * @param allotment its own part; empty when it only had what flowed to it
 * @param inflows from later work that derives from it
 * @param valuation what its weight is made of; empty when the weight is the partner's
 */
public record WorkExplanation(
        Flow flow,
        Optional<Allotment> allotment,
        List<Inflow> inflows,
        Optional<Valuation> valuation) {

    /**
     * A line of the split over works.
     *
     * @param rank its place, from 1, in the order in which what is left over is given out
     * @param extra 1 when it got one of the micros left over, else 0
     */
    public record Allotment(
            BigInteger weight, long floor, BigInteger remainder, int rank, int extra) {}

    /**
     * What a later work passed on to this one.
     *
     * @param allotted micros that the later work had
     * @param micros {@code floor(allotted · basisPoints / 10 000)}
     */
    public record Inflow(ContributionId from, long allotted, int basisPoints, long micros) {}
}
