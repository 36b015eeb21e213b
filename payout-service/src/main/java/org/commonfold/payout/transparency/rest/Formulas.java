package org.commonfold.payout.transparency.rest;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.PairCap;
import org.commonfold.payout.fold.domain.RatingWorking;

/** The formulas of DOMAIN.md with their numbers put in, to be followed by hand. */
final class Formulas {

    private Formulas() {}

    static String basisPoints(long micros, int basisPoints) {
        return "floor(%d · %d / 10000)".formatted(micros, basisPoints);
    }

    static String part(long amount, Object weight, Object weightSum) {
        return "floor(%d · %s / %s)".formatted(amount, weight, weightSum);
    }

    static String level(Charter charter, RatingWorking rating) {
        int levelling = charter.levellingRatings();
        int reference = charter.referencePoints();
        return levelling == 0
                ? "1000000 · %d".formatted(rating.points())
                : "floor(1000000 · %d · %d · (%d + %d) / (%d · %d + %d))"
                        .formatted(
                                rating.points(),
                                reference,
                                levelling,
                                rating.others(),
                                reference,
                                levelling,
                                rating.othersPoints());
    }

    static String num(Charter charter, RatingWorking rating) {
        return "%d · (%d + %d + %d · %d)"
                .formatted(
                        charter.pairCapBasisPoints(),
                        rating.othersPoints(),
                        rating.points(),
                        charter.pairAllowanceRatings(),
                        charter.referencePoints());
    }

    static String den(RatingWorking rating) {
        return "10000 · %d".formatted(rating.pairCap().toMostPraised());
    }

    static String influence(RatingWorking rating) {
        PairCap cap = rating.pairCap();
        return cap.isKept()
                ? "floor(1000000 · %d / 3)".formatted(rating.confidence())
                : "floor(1000000 · %d · %d² / (3 · %d²))"
                        .formatted(rating.confidence(), cap.num(), cap.den());
    }
}
