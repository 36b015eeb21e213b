package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Valuation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What a work is worth now.
 *
 * @param place in the order of publication, from 0
 * @param live whether it is; what has been withdrawn is worth nothing
 */
public record ValuedWork(int place, ContributionId work, boolean live, Valuation valuation) {

    /** An excerpt of all works, in the order of publication. */
    public static List<ValuedWork> of(CommonsFold commons, Excerpt excerpt) {
        List<ValuedWork> valued = new ArrayList<>();
        for (ContributionId work : excerpt.of(commons.works())) {
            valued.add(new ValuedWork(
                    excerpt.from() + valued.size(),
                    work,
                    commons.isLive(work),
                    commons.valuation(work, commons.charterInForce())));
        }
        return valued;
    }

    /** In millionths of a point. */
    public BigInteger value() {
        return live ? valuation.value() : BigInteger.ZERO;
    }
}
