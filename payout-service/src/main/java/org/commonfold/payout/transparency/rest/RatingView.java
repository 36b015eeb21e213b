package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.RatingWorking;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/**
 * What a rating's level and influence were made of when it arrived.
 *
 * @param otherRatings n, how many other current ratings the rater had
 * @param otherPoints T, their points in sum
 */
record RatingView(
        @Schema(examples = "1") int charterVersion,
        @Schema(examples = "3") int confidence,
        List<ScoreView> scores,
        @Schema(examples = "13") String points,
        @Schema(examples = "0") long otherRatings,
        @Schema(examples = "0") String otherPoints,

        @Schema(examples = "floor(1000000 · 13 · 13 · (5 + 0) / (13 · 5 + 0))")
        String levelWorking,

        PairCapView pairCap,
        @Schema(examples = "floor(1000000 · 3 / 3)") String influenceWorking) {

    /**
     * One score.
     *
     * @param points weight · what the charter gives for the score
     */
    record ScoreView(
            @Schema(examples = "quality") String criterion,
            @Schema(examples = "4") long score,
            @Schema(examples = "2") int weight,
            @Schema(examples = "6") String points) {}

    /** What share of all the rater's points would go to one author. */
    record PairCapView(
            @Schema(examples = "ada") String mostPraised,
            @Schema(examples = "13") String toMostPraised,
            @Schema(examples = "143000") String num,
            @Schema(examples = "1000 · (0 + 13 + 10 · 13)") String numWorking,
            @Schema(examples = "130000") String den,
            @Schema(examples = "10000 · 13") String denWorking,
            @Schema(examples = "true") boolean kept) {}

    static RatingView of(RatingWorking rating, List<Charter> charters) {
        Charter charter = charters.get(rating.charterVersion() - 1);
        return new RatingView(
                rating.charterVersion(),
                rating.confidence(),
                charter.criteria().stream().map(one -> score(one, rating)).toList(),
                Long.toString(rating.points()),
                rating.others(),
                Long.toString(rating.othersPoints()),
                Formulas.level(charter, rating),
                pairCap(charter, rating),
                Formulas.influence(rating));
    }

    private static ScoreView score(Criterion criterion, RatingWorking rating) {
        long score = rating.scores().get(criterion.name());
        return new ScoreView(
                criterion.name(),
                score,
                criterion.weight(),
                Long.toString(criterion.weightedPoints(score)));
    }

    private static PairCapView pairCap(Charter charter, RatingWorking rating) {
        return new PairCapView(
                rating.pairCap().mostPraised().value(),
                Long.toString(rating.pairCap().toMostPraised()),
                rating.pairCap().num().toString(),
                Formulas.num(charter, rating),
                rating.pairCap().den().toString(),
                Formulas.den(rating),
                rating.pairCap().isKept());
    }
}
