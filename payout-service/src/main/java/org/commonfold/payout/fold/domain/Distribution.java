package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The split of one revenue over contributors and the treasury (DOMAIN.md, "Distribution of a
 * revenue"), fixed at the moment it was declared.
 *
 * @param treasury micros the treasury keeps
 * @param credits micros of each contributor who gets any, by id
 * @param contributions how many works the credits are for
 */
record Distribution(long treasury, Map<ContributorId, Long> credits, int contributions) {

    private static final long BASIS_POINTS = 10_000;

    /**
     * @param total micros of the revenue
     * @param weights of the works it is split over; none or all zero leaves it to the treasury
     */
    static Distribution of(long total, Charter charter, Map<Contribution, BigInteger> weights) {
        long treasury = Fraction.floor(total, charter.treasuryBasisPoints(), BASIS_POINTS);
        boolean anyQualifies = weights.values().stream().anyMatch(weight -> weight.signum() > 0);
        if (!anyQualifies) {
            return new Distribution(total, Map.of(), 0);
        }
        return new Flow(byId(weights, total - treasury), weights.keySet()).distribution(treasury);
    }

    /** Ties go to the smaller id, so the split is over ids. */
    private static Map<ContributionId, Long> byId(
            Map<Contribution, BigInteger> weights, long amount) {
        Map<ContributionId, BigInteger> byId = new LinkedHashMap<>();
        weights.forEach((contribution, weight) -> byId.put(contribution.id(), weight));
        return LargestRemainder.split(amount, byId);
    }

    /** What flows from later work to what it derives from, and from each to its authors. */
    private static final class Flow {

        private final TreeMap<Contribution, Long> allotted = new TreeMap<>();
        private final Map<ContributorId, Long> credits = new TreeMap<>();
        private int contributions;

        Flow(Map<ContributionId, Long> parts, Collection<Contribution> works) {
            for (Contribution work : works) {
                allot(work, parts.get(work.id()));
            }
        }

        private void allot(Contribution work, long micros) {
            if (micros > 0) {
                allotted.merge(work, micros, Long::sum);
            }
        }

        /** In reverse order of publication: what is upstream of a work was published before it. */
        Distribution distribution(long treasury) {
            while (!allotted.isEmpty()) {
                Map.Entry<Contribution, Long> last = allotted.pollLastEntry();
                long kept = passUpstream(last.getKey(), last.getValue());
                creditAuthors(last.getKey().authors(), kept);
                contributions += kept > 0 ? 1 : 0;
            }
            return new Distribution(treasury, credits, contributions);
        }

        private long passUpstream(Contribution work, long micros) {
            long kept = micros;
            for (Contribution.Upstream upstream : work.upstream()) {
                if (upstream.contribution().isLive()) {
                    long part = Fraction.floor(micros, upstream.basisPoints(), BASIS_POINTS);
                    allot(upstream.contribution(), part);
                    kept -= part;
                }
            }
            return kept;
        }

        private void creditAuthors(List<Author> authors, long micros) {
            Map<ContributorId, BigInteger> shares = new LinkedHashMap<>();
            authors.forEach(author -> shares.put(author.id(), BigInteger.valueOf(author.share())));
            LargestRemainder.split(micros, shares).forEach((author, part) -> {
                if (part > 0) {
                    credits.merge(author, part, Long::sum);
                }
            });
        }
    }
}
