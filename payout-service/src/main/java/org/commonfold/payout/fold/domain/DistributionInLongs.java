package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What {@link Distribution} comes to over all works of a commons, in arrays of longs and without
 * the working: of a million works that is several objects less for each. Where longs do not do it
 * gives nothing, and {@code Distribution} is to be asked.
 */
final class DistributionInLongs {

    private static final long BASIS_POINTS = 10_000;
    /** So many works that to hand them over to another processor is little beside valuing them. */
    private static final int BLOCK = 4_096;

    private final List<Contribution> works;
    private final long[] weights;
    /** By place in the order of publication. */
    private final long[] allotted;

    private final SumsByContributor credits = new SumsByContributor();
    private int contributions;

    private DistributionInLongs(List<Contribution> works) {
        this.works = works;
        this.weights = new long[works.size()];
        this.allotted = new long[works.size()];
    }

    /**
     * @param total micros of the revenue
     * @param works all of the commons, in the order of publication
     */
    static Optional<Credits> of(long total, Charter charter, List<Contribution> works) {
        DistributionInLongs distribution = new DistributionInLongs(works);
        long sum = distribution.weigh(charter);
        if (sum < 0) {
            return Optional.empty();
        }
        if (sum == 0) {
            return Optional.of(new Credits(total, Map.of(), 0));
        }
        long treasury = Fraction.floor(total, charter.treasuryBasisPoints(), BASIS_POINTS);
        distribution.allot(total - treasury, sum);
        distribution.flow();
        return Optional.of(
                new Credits(treasury, distribution.credits.inOrder(), distribution.contributions));
    }

    /**
     * The sum of all values; below 0 when a long does not hold it. Works are valued each by itself,
     * so that many of them may be by all processors.
     */
    private long weigh(Charter charter) {
        int blocks = (weights.length + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> weigh(charter, block * BLOCK));
        long sum = 0;
        for (int place = 0; place < weights.length && sum >= 0; place++) {
            sum = weights[place] == Median.BEYOND_LONG ? -1 : sum + weights[place];
        }
        return sum;
    }

    private void weigh(Charter charter, int from) {
        Median median = new Median();
        int until = Math.min(weights.length, from + BLOCK);
        for (int place = from; place < until; place++) {
            weights[place] = works.get(place).valueInLong(charter, median);
        }
    }

    /** By largest remainder. */
    private void allot(long amount, long sum) {
        long[] remainders = new long[weights.length];
        long left = amount;
        for (int place = 0; place < weights.length; place++) {
            if (weights[place] > 0) {
                allotted[place] = Fraction.floor(amount, weights[place], sum);
                remainders[place] = remainder(amount, weights[place], sum, allotted[place]);
                left -= allotted[place];
            }
        }
        giveOut(Math.toIntExact(left), remainders);
    }

    /** {@code amount·weight mod sum}: what overflows cancels out, since it is less than the sum. */
    private static long remainder(long amount, long weight, long sum, long floor) {
        return amount * weight - floor * sum;
    }

    /** One micro each, to the largest remainders; of the same ones, to the smaller ids. */
    private void giveOut(int left, long[] remainders) {
        if (left == 0) {
            return;
        }
        long[] sorted = remainders.clone();
        Arrays.parallelSort(sorted);
        long least = sorted[sorted.length - left];
        int tied = left;
        for (int place = 0; place < remainders.length; place++) {
            if (remainders[place] > least) {
                allotted[place]++;
                tied--;
            }
        }
        works.stream()
                .filter(work -> remainders[work.ordinal()] == least)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .limit(tied)
                .forEach(work -> allotted[work.ordinal()]++);
    }

    /** In reverse order of publication: what is upstream of a work was published before it. */
    private void flow() {
        for (int place = allotted.length - 1; place >= 0; place--) {
            long micros = allotted[place];
            if (micros > 0) {
                Contribution work = works.get(place);
                long kept = micros - passUpstream(work, micros);
                if (kept > 0) {
                    contributions++;
                    creditAuthors(work.authors(), kept);
                }
            }
        }
    }

    private long passUpstream(Contribution work, long micros) {
        long passed = 0;
        for (Contribution.Upstream upstream : work.upstream()) {
            if (upstream.contribution().isLive()) {
                long part = Fraction.floor(micros, upstream.basisPoints(), BASIS_POINTS);
                allotted[upstream.contribution().ordinal()] += part;
                passed += part;
            }
        }
        return passed;
    }

    private void creditAuthors(List<Author> authors, long kept) {
        if (authors.size() == 1) {
            credits.add(authors.get(0).id(), kept);
            return;
        }
        Map<ContributorId, BigInteger> shares = new HashMap<>();
        authors.forEach(author -> shares.put(author.id(), BigInteger.valueOf(author.share())));
        LargestRemainder.split(kept, shares).byId().forEach(credits::add);
    }
}
