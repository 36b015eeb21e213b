package org.commonfold.payout.fold.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What lists of authors, derivations and usage must be like. */
final class Shares {

    static final Range SHARE = new Range(1, 1_000_000);
    static final Range BASIS_POINTS = new Range(1, 10_000);

    private Shares() {}

    static Optional<Rejection> check(List<Author> authors) {
        if (authors.isEmpty()) {
            return Optional.of(Rejection.NO_AUTHOR);
        }
        Set<ContributorId> seen = new HashSet<>();
        for (Author author : authors) {
            if (!seen.add(author.id())) {
                return Optional.of(Rejection.AUTHOR_TWICE);
            }
            if (!SHARE.holds(author.share())) {
                return Optional.of(Rejection.SHARE_OUT_OF_RANGE);
            }
        }
        return Optional.empty();
    }

    static Optional<Rejection> checkDerivations(List<Derivation> derivations) {
        Set<ContributionId> seen = new HashSet<>();
        long sum = 0;
        for (Derivation derivation : derivations) {
            if (!seen.add(derivation.upstream())) {
                return Optional.of(Rejection.DERIVATION_TWICE);
            }
            sum += derivation.basisPoints();
            if (!BASIS_POINTS.holds(derivation.basisPoints()) || !BASIS_POINTS.holds(sum)) {
                return Optional.of(Rejection.BASIS_POINTS_OUT_OF_RANGE);
            }
        }
        return Optional.empty();
    }

    static Optional<Rejection> checkUsage(List<Usage> usage) {
        Set<ContributionId> seen = new HashSet<>();
        for (Usage used : usage) {
            if (!seen.add(used.contributionId())) {
                return Optional.of(Rejection.USAGE_TWICE);
            }
            if (!SHARE.holds(used.weight())) {
                return Optional.of(Rejection.USAGE_WEIGHT_OUT_OF_RANGE);
            }
        }
        return Optional.empty();
    }
}
