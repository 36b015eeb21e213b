package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Split;
import org.commonfold.payout.transparency.domain.DistributionExplanation;
import org.commonfold.payout.transparency.domain.WorkExplanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

/**
 * Why a revenue was distributed so.
 *
 * @param concerned the works that this is about, on all pages
 * @param rest all others: with the treasury's cut, the three are the revenue
 * @param works those on this page, the last published first
 */
record DistributionExplanationView(
        @Schema(examples = EntryView.ID) UUID entryId,
        @Schema(examples = "acme") String partnerId,
        @Schema(examples = "100000000") String amountMicros,
        @Schema(examples = "1") int charterVersion,
        CharterJson charter,
        TreasuryCutView treasury,
        SplitView split,
        TotalView concerned,
        TotalView rest,
        List<WorkView> works) {

    /** What the treasury keeps; all of it when no work qualifies. */
    record TreasuryCutView(
            @Schema(examples = "500") int basisPoints,

            @Schema(examples = "floor(100000000 · 500 / 10000)")
            String working,

            @Schema(examples = "5000000") String micros) {}

    /** How the rest is split over works. */
    record SplitView(
            @Schema(
                    examples = "value",
                    enumeration = {"value", "usage", "nobody"})
            String by,

            @Schema(examples = "95000000") String micros,
            @Schema(examples = "13000000") String weightSum,
            @Schema(examples = "1") int works,
            @Schema(examples = "0") int leftOverMicros) {}

    /** Of several works. */
    record TotalView(
            @Schema(examples = "1") int works,
            @Schema(examples = "95000000") String keptMicros) {

        static TotalView of(DistributionExplanation.Total total) {
            return new TotalView(total.works(), Long.toString(total.kept()));
        }
    }

    static DistributionExplanationView of(
            UUID entryId,
            DistributionExplanation why,
            List<WorkExplanation> works,
            boolean allVotes) {
        Distribution distribution = why.distribution();
        int basisPoints = why.charter().treasuryBasisPoints();
        return new DistributionExplanationView(
                entryId,
                why.declared().partnerId().value(),
                Long.toString(distribution.amount()),
                why.charterVersion(),
                CharterJson.of(why.charter()),
                new TreasuryCutView(
                        basisPoints,
                        distribution.allotment().ranked().isEmpty()
                                ? "no work qualifies"
                                : Formulas.basisPoints(distribution.amount(), basisPoints),
                        Long.toString(distribution.treasury())),
                split(why),
                TotalView.of(why.concerned()),
                TotalView.of(why.rest()),
                works.stream()
                        .map(work -> WorkView.of(work, why.charters(), allVotes))
                        .toList());
    }

    private static SplitView split(DistributionExplanation why) {
        Split<ContributionId> split = why.distribution().allotment();
        String qualified = why.declared().usage().isEmpty() ? "value" : "usage";
        return new SplitView(
                split.ranked().isEmpty() ? "nobody" : qualified,
                Long.toString(split.amount()),
                split.weightSum().toString(),
                split.ranked().size(),
                split.leftOver());
    }
}
