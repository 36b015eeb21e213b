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
    private final boolean keepsWorking;

    CommonsFold(CommonsId id, Charter charter, Revenues revenues, boolean keepsWorking) {
        this.id = id;
        this.revenues = revenues;
        this.keepsWorking = keepsWorking;
        charters.add(charter);
    }

    public CommonsId id() {
        return id;
    }

    public Charter charterInForce() {
        return charters.get(charters.size() - 1);
    }

    /** The version of the charter in force, from 1. */
    public int charterVersion() {
        return charters.size();
    }

    /** A version of the charter that this commons has had, from 1. */
    public Charter charter(int version) {
        return charters.get(version - 1);
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
        if (!Scores.fit(charter((int) version), rated.scores())) {
            return Verdict.rejected(Rejection.SCORES_OUT_OF_CHARTER);
        }
        if (!Scores.CONFIDENCE.holds(rated.confidence())) {
            return Verdict.rejected(Rejection.CONFIDENCE_OUT_OF_RANGE);
        }
        remember(rated, (int) version, contribution);
        return Verdict.accepted();
    }

    /** The former rating is forgotten first: a revision counts as new. */
    private void remember(CommonsEvent.PeerRated rated, int version, Contribution contribution) {
        Rater rater = raters.computeIfAbsent(rated.raterId(), newcomer -> new Rater());
        rater.forget(contribution.id());
        RatingWorking working = working(rated, version, contribution.authors(), rater);
        Rating rating = new Rating(
                working.points(),
                ValueEquation.level(charter(version), working),
                working.pairCap().influence(working.confidence()),
                contribution.authors().stream().map(Author::id).toList(),
                keepsWorking ? working : null);
        rater.remember(contribution.id(), rating);
        contribution.remember(rated.raterId(), rating);
    }

    private RatingWorking working(
            CommonsEvent.PeerRated rated, int version, List<Author> authors, Rater others) {
        Charter charter = charter(version);
        long points = ValueEquation.points(charter, rated.scores());
        return new RatingWorking(
                version,
                rated.scores(),
                rated.confidence(),
                points,
                others.count(),
                others.points(),
                PairCap.of(charter, points, authors, others));
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
        Distribution distribution =
                distribute(declared.amount().micros(), declared.usage(), charterInForce());
        Revenue revenue = new Revenue(declared, distribution.credits(), distribution.treasury());
        revenues.add(declared.revenueId(), revenue);
        return Verdict.accepted(revenue.distributed(distribution));
    }

    /**
     * How a revenue would be distributed that were declared now. Nothing changes.
     *
     * @param micros its amount
     * @param usage what it earned with, each once; empty for the whole commons
     * @param charter within its ranges: the one in force, or one as if it had just been adopted
     */
    public Distribution distribute(long micros, List<Usage> usage, Charter charter) {
        return Distribution.of(micros, charter, weights(usage, charter));
    }

    /** Of the works named, those that are live; when none is named, all live works by value. */
    private Map<Contribution, BigInteger> weights(List<Usage> usage, Charter charter) {
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
                    weights.put(contribution, contribution.value(charter));
                }
            }
        }
        return weights;
    }

    /** A revenue declared to this commons, as it stands now. */
    public Optional<Revenue> revenue(RevenueId revenueId) {
        return Optional.ofNullable(revenues.of(id, revenueId));
    }

    /** The ids of all works, in the order of publication. */
    public List<ContributionId> works() {
        return List.copyOf(contributions.keySet());
    }

    /** Whether a work is published and not withdrawn. */
    public boolean isLive(ContributionId work) {
        return contributions.containsKey(work) && contributions.get(work).isLive();
    }

    /**
     * What the ratings of a published work make it worth while it is live, by a charter as it would
     * be in force now.
     */
    public Valuation valuation(ContributionId work, Charter charter) {
        return contributions.get(work).valuation(charter);
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
