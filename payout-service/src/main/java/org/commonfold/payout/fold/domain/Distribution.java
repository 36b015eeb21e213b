package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The split of one revenue over contributors and the treasury (DOMAIN.md, "Distribution of a
 * revenue"), fixed at the moment it was declared; with all its working, so that an explanation is
 * the computation itself and not a second one.
 *
 * @param amount micros of the revenue
 * @param treasury micros the treasury keeps
 * @param allotment of the rest over works; empty when none qualifies
 * @param flows of each work that was allotted any, the last published first
 * @param credits micros of each contributor who gets any, by id
 */
public record Distribution(
        long amount,
        long treasury,
        Split<ContributionId> allotment,
        List<Flow> flows,
        Map<ContributorId, Long> credits) {

    private static final long BASIS_POINTS = 10_000;

    /**
     * @param total micros of the revenue
     * @param weights of the works it is split over; none or all zero leaves it to the treasury
     */
    static Distribution of(long total, Charter charter, Map<Contribution, BigInteger> weights) {
        long treasury = Fraction.floor(total, charter.treasuryBasisPoints(), BASIS_POINTS);
        boolean anyQualifies = weights.values().stream().anyMatch(weight -> weight.signum() > 0);
        if (!anyQualifies) {
            return new Distribution(total, total, Split.none(), List.of(), Map.of());
        }
        Split<ContributionId> allotment = LargestRemainder.split(total - treasury, byId(weights));
        Works flowing = new Works(allotment.byId(), weights.keySet());
        flowing.flow();
        return new Distribution(total, treasury, allotment, flowing.flows, flowing.credits);
    }

    /** Ties go to the smaller id, so the split is over ids. */
    private static Map<ContributionId, BigInteger> byId(Map<Contribution, BigInteger> weights) {
        Map<ContributionId, BigInteger> byId = new LinkedHashMap<>();
        weights.forEach((contribution, weight) -> byId.put(contribution.id(), weight));
        return byId;
    }

    /** What it comes to. */
    Credits result() {
        long works = flows.stream().filter(flow -> flow.kept() > 0).count();
        return new Credits(treasury, credits, (int) works);
    }

    /** What flows from later work to what it derives from, and from each to its authors. */
    private static final class Works {

        private final Map<ContributionId, Long> own;
        private final TreeMap<Contribution, Long> allotted = new TreeMap<>();
        private final Map<ContributorId, Long> credits = new TreeMap<>();
        private final List<Flow> flows = new ArrayList<>();

        Works(Map<ContributionId, Long> own, Collection<Contribution> works) {
            this.own = own;
            for (Contribution work : works) {
                allot(work, own.get(work.id()));
            }
        }

        private void allot(Contribution work, long micros) {
            if (micros > 0) {
                allotted.merge(work, micros, Long::sum);
            }
        }

        /** In reverse order of publication: what is upstream of a work was published before it. */
        void flow() {
            while (!allotted.isEmpty()) {
                Map.Entry<Contribution, Long> last = allotted.pollLastEntry();
                flows.add(flow(last.getKey(), last.getValue()));
            }
        }

        private Flow flow(Contribution work, long micros) {
            List<Flow.Passed> upstream = passUpstream(work, micros);
            long kept = micros;
            for (Flow.Passed passed : upstream) {
                kept -= passed.micros();
            }
            return new Flow(
                    work.id(),
                    own.getOrDefault(work.id(), 0L),
                    micros,
                    upstream,
                    kept,
                    creditAuthors(work.authors(), kept));
        }

        private List<Flow.Passed> passUpstream(Contribution work, long micros) {
            List<Flow.Passed> passed = new ArrayList<>(work.upstream().size());
            for (Contribution.Upstream upstream : work.upstream()) {
                Contribution to = upstream.contribution();
                int basisPoints = upstream.basisPoints();
                long part = to.isLive() ? Fraction.floor(micros, basisPoints, BASIS_POINTS) : 0;
                allot(to, part);
                passed.add(new Flow.Passed(to.id(), basisPoints, to.isLive(), part));
            }
            return passed;
        }

        private Split<ContributorId> creditAuthors(List<Author> authors, long micros) {
            Map<ContributorId, BigInteger> shares = new LinkedHashMap<>();
            authors.forEach(author -> shares.put(author.id(), BigInteger.valueOf(author.share())));
            Split<ContributorId> split = LargestRemainder.split(micros, shares);
            for (int rank = 0; rank < split.ranked().size(); rank++) {
                long part = split.micros(rank);
                if (part > 0) {
                    credits.merge(split.ranked().get(rank).id(), part, Long::sum);
                }
            }
            return split;
        }
    }
}
