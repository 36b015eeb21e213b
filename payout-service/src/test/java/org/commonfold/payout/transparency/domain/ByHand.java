package org.commonfold.payout.transparency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.RatingWorking;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.fold.domain.Valuation;
import org.commonfold.payout.fold.domain.Vote;

import java.math.BigInteger;
import java.util.List;

/** Somebody with pen and paper, who believes nothing of an explanation but DOMAIN.md. */
final class ByHand {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private ByHand() {}

    /** Follows everything that is explained in full. */
    static void follow(DistributionExplanation why) {
        long amount = why.declared().amount().micros();
        long kept = why.concerned().kept() + why.rest().kept();
        assertThat(why.distribution().treasury() + kept).isEqualTo(amount);
        follow(why.distribution().allotment());
        for (WorkExplanation work : why.works()) {
            follow(work);
            work.valuation().ifPresent(value -> follow(value, why));
        }
    }

    private static void follow(WorkExplanation work) {
        Flow flow = work.flow();
        work.allotment()
                .ifPresent(one -> assertThat(one.floor() + one.extra()).isEqualTo(flow.own()));
        long in = work.inflows().stream()
                .mapToLong(WorkExplanation.Inflow::micros)
                .sum();
        assertThat(flow.own() + in).isEqualTo(flow.allotted());
        long out = 0;
        for (Flow.Passed passed : flow.upstream()) {
            long part = number(flow.allotted())
                    .multiply(number(passed.basisPoints()))
                    .divide(number(10_000))
                    .longValueExact();
            assertThat(passed.micros()).isEqualTo(passed.live() ? part : 0);
            out += passed.micros();
        }
        assertThat(flow.kept()).isEqualTo(flow.allotted() - out);
        if (flow.kept() > 0) {
            follow(flow.authors());
        }
    }

    private static <K extends Comparable<K>> void follow(Split<K> split) {
        long sum = 0;
        for (int rank = 0; rank < split.ranked().size(); rank++) {
            Split.Part<K> part = split.ranked().get(rank);
            BigInteger[] quotient = number(split.amount())
                    .multiply(part.weight())
                    .divideAndRemainder(split.weightSum());
            assertThat(quotient[0]).isEqualTo(part.floor());
            assertThat(quotient[1]).isEqualTo(part.remainder());
            sum += split.micros(rank);
        }
        assertThat(sum).isEqualTo(split.amount());
    }

    private static void follow(Valuation valuation, DistributionExplanation why) {
        for (Vote vote : valuation.votes()) {
            if (!vote.isOfCharter()) {
                RatingWorking rating = vote.working();
                Charter charter = why.charters().get(rating.charterVersion() - 1);
                assertThat(vote.level()).isEqualTo(level(charter, rating));
                assertThat(vote.influence()).isEqualTo(influence(charter, rating));
            }
        }
        if (valuation.peers() >= valuation.quorum()) {
            assertThat(valuation.value()).isEqualTo(median(valuation.votes()));
        } else {
            assertThat(valuation.value()).isZero();
        }
    }

    private static BigInteger level(Charter charter, RatingWorking rating) {
        long points = charter.criteria().stream()
                .mapToLong(one -> one.weight()
                        * (long) one.points()
                                .get((int) (rating.scores().get(one.name()) - one.min())))
                .sum();
        BigInteger level = MILLION.multiply(number(points));
        long k = charter.levellingRatings();
        if (k == 0) {
            return level;
        }
        long r = charter.referencePoints();
        return level.multiply(number(r))
                .multiply(number(k + rating.others()))
                .divide(number(r * k + rating.othersPoints()));
    }

    private static long influence(Charter charter, RatingWorking rating) {
        long allowance = (long) charter.pairAllowanceRatings() * charter.referencePoints();
        BigInteger num = number(charter.pairCapBasisPoints())
                .multiply(number(rating.othersPoints() + rating.points() + allowance));
        BigInteger den = number(10_000).multiply(number(rating.pairCap().toMostPraised()));
        BigInteger full = MILLION.multiply(number(rating.confidence()));
        BigInteger heard = num.compareTo(den) >= 0
                ? full.divide(number(3))
                : full.multiply(num).multiply(num).divide(den.multiply(den).multiply(number(3)));
        return heard.longValueExact();
    }

    private static BigInteger median(List<Vote> votes) {
        List<Vote> heard = votes.stream().filter(vote -> vote.influence() > 0).toList();
        long total = heard.stream().mapToLong(Vote::influence).sum();
        long sum = 0;
        for (int i = 0; i < heard.size(); i++) {
            sum += heard.get(i).influence();
            if (2 * sum > total) {
                return heard.get(i).level();
            }
            if (2 * sum == total) {
                BigInteger next = heard.get(i + 1).level();
                return heard.get(i).level().add(next).divide(number(2));
            }
        }
        return BigInteger.ZERO;
    }

    private static BigInteger number(long number) {
        return BigInteger.valueOf(number);
    }
}
