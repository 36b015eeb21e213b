package org.commonfold.payout.transparency.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Flow;
import org.commonfold.payout.fold.domain.RatingWorking;
import org.commonfold.payout.fold.domain.Release;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.fold.domain.Valuation;
import org.commonfold.payout.fold.domain.Vote;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            work.valuation().ifPresent(value -> {
                follow(value, why);
                assertThat(work.allotment().map(WorkExplanation.Allotment::weight))
                        .isIn(Optional.empty(), Optional.of(value.value()));
            });
            work.allotment().ifPresent(own -> follow(work, own, why));
        }
    }

    /** Its line of the split is the one that it has there. */
    private static void follow(
            WorkExplanation work, WorkExplanation.Allotment own, DistributionExplanation why) {
        Split<ContributionId> split = why.distribution().allotment();
        Split.Part<ContributionId> part = split.ranked().get(own.rank() - 1);
        assertThat(part)
                .isEqualTo(new Split.Part<>(
                        work.flow().contribution(), own.weight(), own.floor(), own.remainder()));
        assertThat(own.extra()).isEqualTo(own.rank() <= split.leftOver() ? 1 : 0);
    }

    /** Of a receipt, or of a voiding; {@code floor(credit · received / total)} until then. */
    static void follow(ReceiptExplanation why, Map<String, Long> credits) {
        for (Release release : why.releases()) {
            assertThat(release.credit()).isEqualTo(credits.getOrDefault(release.owner(), 0L));
            long before = part(release.credit(), why.before(), why.total());
            long until = why.takenBack()
                    ? release.credit()
                    : part(release.credit(), why.before() + why.part(), why.total());
            assertThat(why.micros(release)).isEqualTo(until - before);
        }
    }

    private static long part(long credit, long received, long total) {
        return number(credit).multiply(number(received)).divide(number(total)).longValueExact();
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
        long floors = 0;
        BigInteger weights = BigInteger.ZERO;
        Split.Part<K> former = null;
        for (int rank = 0; rank < split.ranked().size(); rank++) {
            Split.Part<K> part = split.ranked().get(rank);
            assertThat(former == null || isBefore(former, part))
                    .as("the larger first")
                    .isTrue();
            former = part;
            weights = weights.add(part.weight());
            floors += part.floor();
            assertThat(split.micros(rank))
                    .isEqualTo(part.floor() + (rank < split.leftOver() ? 1 : 0));
            BigInteger[] quotient = number(split.amount())
                    .multiply(part.weight())
                    .divideAndRemainder(split.weightSum());
            assertThat(quotient[0]).isEqualTo(part.floor());
            assertThat(quotient[1]).isEqualTo(part.remainder());
            sum += split.micros(rank);
        }
        assertThat(sum).isEqualTo(split.amount());
        assertThat(floors + split.leftOver()).isEqualTo(split.amount());
        assertThat(weights).isEqualTo(split.weightSum());
    }

    /** The largest remainder first, ties to the smaller id. */
    private static <K extends Comparable<K>> boolean isBefore(
            Split.Part<K> one, Split.Part<K> other) {
        int order = other.remainder().compareTo(one.remainder());
        return order < 0 || order == 0 && one.id().compareTo(other.id()) < 0;
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
            followMarked(valuation);
        } else {
            assertThat(valuation.value()).isZero();
            assertThat(List.of(valuation.median(), valuation.next())).containsOnly(Valuation.NONE);
        }
    }

    /** Of the vote that is marked, or the two: half of all influence lies on either side. */
    private static void followMarked(Valuation valuation) {
        List<Vote> votes = valuation.votes();
        long total = votes.stream().mapToLong(Vote::influence).sum();
        assertThat(valuation.median() == Valuation.NONE).isEqualTo(total == 0);
        if (total == 0) {
            return;
        }
        Vote marked = votes.get(valuation.median());
        long before = votes.subList(0, valuation.median()).stream()
                .mapToLong(Vote::influence)
                .sum();
        assertThat(2 * before).isLessThan(total);
        long until = 2 * (before + marked.influence());
        if (valuation.next() == Valuation.NONE) {
            assertThat(until).isGreaterThan(total);
            assertThat(valuation.value()).isEqualTo(marked.level());
        } else {
            assertThat(until).isEqualTo(total);
            assertThat(votes.subList(valuation.median() + 1, valuation.next()))
                    .allMatch(vote -> vote.influence() == 0);
            Vote other = votes.get(valuation.next());
            assertThat(other.influence()).isPositive();
            assertThat(valuation.value())
                    .isEqualTo(marked.level().add(other.level()).divide(number(2)));
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
