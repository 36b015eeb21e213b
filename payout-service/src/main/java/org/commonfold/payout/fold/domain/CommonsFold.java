package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of one commons at a place in the log. Everything is checked before anything changes: a
 * rejected event leaves no trace.
 */
public final class CommonsFold {

    private final CommonsId id;
    /** Version 1 first. */
    private final List<Charter> charters = new ArrayList<>();
    /** In the order of publication. */
    private final Map<ContributionId, Contribution> contributions = new LinkedHashMap<>();

    private final Map<ContributorId, Rater> raters = new HashMap<>();
    private final Revenues revenues;

    CommonsFold(CommonsId id, Charter charter, Revenues revenues) {
        this.id = id;
        this.revenues = revenues;
        charters.add(charter);
    }

    public CommonsId id() {
        return id;
    }

    private Charter charterInForce() {
        return charters.get(charters.size() - 1);
    }

    Verdict amend(Charter charter) {
        if (!charter.isWithinRanges()) {
            return Verdict.rejected(Rejection.CHARTER_OUT_OF_RANGE);
        }
        charters.add(charter);
        return Verdict.accepted();
    }

    Verdict publish(CommonsEvent.ContributionPublished published) {
        if (contributions.containsKey(published.contributionId())) {
            return Verdict.rejected(Rejection.PUBLISHED_BEFORE);
        }
        Optional<Rejection> wrong = Shares.check(published.authors())
                .or(() -> Shares.checkDerivations(published.derivedFrom()));
        if (wrong.isPresent()) {
            return Verdict.rejected(wrong.get());
        }
        List<Contribution.Upstream> upstream = new ArrayList<>();
        for (Derivation derivation : published.derivedFrom()) {
            Contribution known = contributions.get(derivation.upstream());
            if (known != null) {
                upstream.add(new Contribution.Upstream(known, derivation.basisPoints()));
            }
        }
        Contribution contribution = new Contribution(
                published.contributionId(), contributions.size(), published.authors(), upstream);
        contributions.put(published.contributionId(), contribution);
        return Verdict.accepted();
    }

    Verdict reapportion(ContributionId contributionId, List<Author> authors) {
        Contribution contribution = contributions.get(contributionId);
        if (contribution == null) {
            return Verdict.rejected(Rejection.UNKNOWN_CONTRIBUTION);
        }
        Optional<Rejection> wrong = Shares.check(authors);
        if (wrong.isPresent()) {
            return Verdict.rejected(wrong.get());
        }
        if (contribution.isLive()) {
            contribution.reapportion(authors);
        }
        return Verdict.accepted();
    }

    Verdict withdraw(ContributionId contributionId) {
        Contribution contribution = contributions.get(contributionId);
        if (contribution == null) {
            return Verdict.rejected(Rejection.UNKNOWN_CONTRIBUTION);
        }
        contribution.withdraw();
        return Verdict.accepted();
    }

    Verdict rate(CommonsEvent.PeerRated rated) {
        Contribution contribution = contributions.get(rated.contributionId());
        if (contribution == null) {
            return Verdict.rejected(Rejection.UNKNOWN_CONTRIBUTION);
        }
        long version = rated.charterVersion() == null ? charters.size() : rated.charterVersion();
        if (version < 1 || version > charters.size()) {
            return Verdict.rejected(Rejection.UNKNOWN_CHARTER_VERSION);
        }
        Charter charter = charters.get((int) version - 1);
        if (!Scores.fit(charter, rated.scores())) {
            return Verdict.rejected(Rejection.SCORES_OUT_OF_CHARTER);
        }
        if (!Scores.CONFIDENCE.holds(rated.confidence())) {
            return Verdict.rejected(Rejection.CONFIDENCE_OUT_OF_RANGE);
        }
        remember(rated, charter, contribution);
        return Verdict.accepted();
    }

    /** The former rating is forgotten first: a revision counts as new. */
    private void remember(
            CommonsEvent.PeerRated rated, Charter charter, Contribution contribution) {
        Rater rater = raters.computeIfAbsent(rated.raterId(), newcomer -> new Rater());
        rater.forget(contribution.id());
        long points = ValueEquation.points(charter, rated.scores());
        List<Author> authors = contribution.authors();
        Rating rating = new Rating(
                points,
                ValueEquation.level(charter, points, rater),
                ValueEquation.influence(charter, points, rated.confidence(), authors, rater),
                authors.stream().map(Author::id).toList());
        rater.remember(contribution.id(), rating);
        contribution.remember(rated.raterId(), rating);
    }

    Verdict retract(ContributionId contributionId, ContributorId raterId) {
        Contribution contribution = contributions.get(contributionId);
        if (contribution == null) {
            return Verdict.rejected(Rejection.UNKNOWN_CONTRIBUTION);
        }
        Rater rater = raters.get(raterId);
        if (rater == null || !rater.hasRated(contributionId)) {
            return Verdict.rejected(Rejection.NOT_RATED);
        }
        rater.forget(contributionId);
        contribution.forget(raterId);
        return Verdict.accepted();
    }

    Verdict declare(CommonsEvent.RevenueDeclared declared) {
        if (revenues.isDeclared(declared.revenueId())) {
            return Verdict.rejected(Rejection.DECLARED_BEFORE);
        }
        Optional<Rejection> wrong = Shares.checkUsage(declared.usage());
        if (wrong.isPresent()) {
            return Verdict.rejected(wrong.get());
        }
        Distribution distribution = Distribution.of(
                declared.amount().micros(), charterInForce(), weights(declared.usage()));
        Revenue revenue = new Revenue(declared, distribution);
        revenues.add(declared.revenueId(), revenue);
        return Verdict.accepted(revenue.distributed());
    }

    /** Of the works named, those that are live; when none is named, all live works by value. */
    private Map<Contribution, BigInteger> weights(List<Usage> usage) {
        Map<Contribution, BigInteger> weights = new LinkedHashMap<>();
        for (Usage used : usage) {
            Contribution contribution = contributions.get(used.contributionId());
            if (contribution != null && contribution.isLive()) {
                weights.put(contribution, BigInteger.valueOf(used.weight()));
            }
        }
        if (usage.isEmpty()) {
            for (Contribution contribution : contributions.values()) {
                if (contribution.isLive()) {
                    weights.put(contribution, contribution.value(charterInForce()));
                }
            }
        }
        return weights;
    }

    Verdict receive(RevenueId revenueId, Money amount) {
        Revenue revenue = revenues.of(id, revenueId);
        return revenue == null
                ? Verdict.rejected(Rejection.UNKNOWN_REVENUE)
                : revenue.receive(amount);
    }

    Verdict voidRevenue(RevenueId revenueId) {
        Revenue revenue = revenues.of(id, revenueId);
        return revenue == null ? Verdict.rejected(Rejection.UNKNOWN_REVENUE) : revenue.voidIt();
    }
}
