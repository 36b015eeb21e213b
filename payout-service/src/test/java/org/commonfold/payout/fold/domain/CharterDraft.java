package org.commonfold.payout.fold.domain;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A charter for numbers worked by hand: one criterion, whose score 0–99 is its points, and all else
 * switched off, until a test says otherwise. So a rating's level is 10⁶ · score, its influence 10⁶.
 */
record CharterDraft(Charter charter) {

    static final String QUALITY = "quality";
    static final List<Criterion> SCORE_IS_POINTS =
            List.of(new Criterion(QUALITY, 1, 0, IntStream.range(0, 100).boxed().toList()));

    /** The charter that DOMAIN.md shows. */
    static final Charter AS_DOCUMENTED = new Charter(
            List.of(
                    new Criterion(QUALITY, 2, 1, List.of(0, 1, 2, 3, 5)),
                    new Criterion("usefulness", 3, 1, List.of(0, 1, 2, 5, 8))),
            2,
            13,
            500,
            5,
            1000,
            10,
            500);

    static CharterDraft plain() {
        return new CharterDraft(new Charter(SCORE_IS_POINTS, 1, 10, 0, 0, 10_000, 0, 0));
    }

    CharterDraft criteria(List<Criterion> criteria) {
        return new CharterDraft(new Charter(
                criteria,
                charter.quorum(),
                charter.referencePoints(),
                charter.priorPerMille(),
                charter.levellingRatings(),
                charter.pairCapBasisPoints(),
                charter.pairAllowanceRatings(),
                charter.treasuryBasisPoints()));
    }

    CharterDraft quorum(int quorum) {
        return value(quorum, charter.referencePoints(), charter.priorPerMille());
    }

    CharterDraft reference(int points) {
        return value(charter.quorum(), points, charter.priorPerMille());
    }

    CharterDraft prior(int perMille) {
        return value(charter.quorum(), charter.referencePoints(), perMille);
    }

    CharterDraft levelling(int ratings) {
        return peers(ratings, charter.pairCapBasisPoints(), charter.pairAllowanceRatings());
    }

    CharterDraft pairCap(int basisPoints, int allowanceRatings) {
        return peers(charter.levellingRatings(), basisPoints, allowanceRatings);
    }

    CharterDraft treasury(int basisPoints) {
        return new CharterDraft(new Charter(
                charter.criteria(),
                charter.quorum(),
                charter.referencePoints(),
                charter.priorPerMille(),
                charter.levellingRatings(),
                charter.pairCapBasisPoints(),
                charter.pairAllowanceRatings(),
                basisPoints));
    }

    private CharterDraft value(int quorum, int referencePoints, int priorPerMille) {
        return new CharterDraft(new Charter(
                charter.criteria(),
                quorum,
                referencePoints,
                priorPerMille,
                charter.levellingRatings(),
                charter.pairCapBasisPoints(),
                charter.pairAllowanceRatings(),
                charter.treasuryBasisPoints()));
    }

    private CharterDraft peers(int levelling, int pairCap, int allowance) {
        return new CharterDraft(new Charter(
                charter.criteria(),
                charter.quorum(),
                charter.referencePoints(),
                charter.priorPerMille(),
                levelling,
                pairCap,
                allowance,
                charter.treasuryBasisPoints()));
    }
}
