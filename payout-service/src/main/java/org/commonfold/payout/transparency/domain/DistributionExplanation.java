package org.commonfold.payout.transparency.domain;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Flow;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a revenue was distributed as it was. Made of the working of the distribution itself, in the
 * state that its commons had at that place in the log.
 *
 * @param declared the revenue
 * @param charterVersion in force when it was declared
 * @param charters all versions until then, the first one first
 * @param concerned the works that the excerpt is of, and what their authors had
 * @param rest all others
 * @param works the excerpt: those asked for, and one more when there are more
 */
public record DistributionExplanation(
        CommonsEvent.RevenueDeclared declared,
        int charterVersion,
        List<Charter> charters,
        Distribution distribution,
        Total concerned,
        Total rest,
        List<WorkExplanation> works) {

    /**
     * Of several works.
     *
     * @param kept micros that remained for their authors
     */
    public record Total(int works, long kept) {

        static Total of(List<Flow> flows) {
            return new Total(flows.size(), flows.stream().mapToLong(Flow::kept).sum());
        }

        Total without(Total others) {
            return new Total(works - others.works, kept - others.kept);
        }
    }

    /**
     * Explains a declaration.
     *
     * @param commons as it stood just before
     */
    static DistributionExplanation of(
            CommonsFold commons, CommonsEvent.RevenueDeclared declared, Excerpt excerpt) {
        Charter charter = commons.charterInForce();
        Distribution distribution =
                commons.distribute(declared.amount().micros(), declared.usage(), charter);
        DistributionLines lines = new DistributionLines(distribution);
        List<Flow> concerned = lines.concerning(excerpt.owner());
        boolean byValue = declared.usage().isEmpty();
        List<WorkExplanation> works = new ArrayList<>();
        for (Flow flow : excerpt.of(concerned)) {
            ContributionId work = flow.contribution();
            works.add(lines.explain(flow, byValue ? commons.valuation(work, charter) : null));
        }
        Total total = Total.of(concerned);
        return new DistributionExplanation(
                declared,
                commons.charterVersion(),
                chartersOf(commons),
                distribution,
                total,
                Total.of(lines.all()).without(total),
                works);
    }

    /** A copy: the state they are read from goes on. */
    private static List<Charter> chartersOf(CommonsFold commons) {
        List<Charter> charters = new ArrayList<>();
        for (int version = 1; version <= commons.charterVersion(); version++) {
            charters.add(commons.charter(version));
        }
        return charters;
    }

    /** The charter in force when it was declared. */
    public Charter charter() {
        return charters.get(charterVersion - 1);
    }

    /** Micros credited to an owner, such as {@code contributor:ada}: the sum of its parts. */
    public long creditOf(String owner) {
        return Sums.of(declared, distribution).accruedOf(owner);
    }
}
