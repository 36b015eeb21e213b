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

    private final Map<ContributionId, Contribution> contributions = new HashMap<>();
    /** The same, in the order of publication. */
    private final List<Contribution> published = new ArrayList<>();

    private final Peers peers;
    /** Of this commons, in the order of declaration. */
    private final List<Revenue> declared = new ArrayList<>();

    private final Revenues revenues;
    private final Unsaved unsaved = new Unsaved();
    private final boolean keepsWorking;

    CommonsFold(CommonsId id, Charter charter, Revenues revenues, boolean keepsWorking) {
        this.id = id;
        this.revenues = revenues;
        this.keepsWorking = keepsWorking;
        this.peers = new Peers(keepsWorking);
        charters.add(charter);
    }

    /** As it stood when its state was told. */
    CommonsFold(Restoration restoration, Revenues revenues) {
        this.id = restoration.id();
        this.revenues = revenues;
        this.keepsWorking = false;
        charters.addAll(restoration.charters());
        published.addAll(restoration.contributions());
        published.forEach(work -> contributions.put(work.id(), work));
        this.peers = new Peers(restoration.raters());
        declared.addAll(restoration.revenues());
        declared.forEach(revenue -> revenues.add(revenue.id(), revenue));
        unsaved.clear(restoration.turn());
    }

    /**
     * The next portion of what it is: what has changed since the one before, and some of the rest.
     * All portions since one that completed, or since the first, tell all of it. To be read before
     * anything changes again.
     */
    public Portion nextPortion() {
        return unsaved.next(this, published, declared);
    }

    List<Charter> charters() {
        return List.copyOf(charters);
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

    Verdict publish(CommonsEvent.ContributionPublished work) {
        if (contributions.containsKey(work.contributionId())) {
            return Verdict.rejected(Rejection.PUBLISHED_BEFORE);
        }
        Optional<Rejection> wrong =
                Shares.check(work.authors()).or(() -> Shares.checkDerivations(work.derivedFrom()));
        if (wrong.isPresent()) {
            return Verdict.rejected(wrong.get());
        }
        List<Contribution.Upstream> upstream = new ArrayList<>();
        for (Derivation derivation : work.derivedFrom()) {
            Contribution known = contributions.get(derivation.upstream());
            if (known != null) {
                upstream.add(new Contribution.Upstream(known, derivation.basisPoints()));
            }
        }
        Contribution contribution = new Contribution(
                work.contributionId(), published.size(), known(work.authors()), upstream);
        contributions.put(work.contributionId(), contribution);
        published.add(contribution);
        unsaved.changed(contribution);
        return Verdict.accepted();
    }

    private List<Author> known(List<Author> authors) {
        return authors.stream()
                .map(author -> new Author(peers.known(author.id()), author.share()))
                .toList();
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
            contribution.reapportion(known(authors));
            unsaved.changed(contribution);
        }
        return Verdict.accepted();
    }

    Verdict withdraw(ContributionId contributionId) {
        Contribution contribution = contributions.get(contributionId);
        if (contribution == null) {
            return Verdict.rejected(Rejection.UNKNOWN_CONTRIBUTION);
        }
        contribution.withdraw();
        unsaved.changed(contribution);
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
        peers.rate(rated, (int) version, charter((int) version), contribution);
        unsaved.changed(contribution);
        return Verdict.accepted();
    }

    Verdict retract(ContributionId contributionId, ContributorId raterId) {
        Contribution contribution = contributions.get(contributionId);
        if (contribution == null) {
            return Verdict.rejected(Rejection.UNKNOWN_CONTRIBUTION);
        }
        if (!peers.retract(contribution, raterId)) {
            return Verdict.rejected(Rejection.NOT_RATED);
        }
        unsaved.changed(contribution);
        return Verdict.accepted();
    }

    Verdict declare(CommonsEvent.RevenueDeclared revenueDeclared) {
        Optional<Rejection> wrong = Shares.checkUsage(revenueDeclared.usage());
        if (wrong.isPresent()) {
            return Verdict.rejected(wrong.get());
        }
        if (revenues.isDeclared(id, revenueDeclared.revenueId())) {
            return Verdict.rejected(Rejection.DECLARED_BEFORE);
        }
        Credits credits = credits(revenueDeclared.amount().micros(), revenueDeclared.usage());
        Revenue revenue = new Revenue(declared.size(), revenueDeclared, credits);
        revenues.add(revenueDeclared.revenueId(), revenue);
        declared.add(revenue);
        unsaved.changed(revenue);
        return Verdict.accepted(revenue.distributed(credits));
    }

    /** A fold that explains nothing needs no more than that. */
    private Credits credits(long micros, List<Usage> usage) {
        Optional<Credits> inLongs =
                usage.isEmpty() && !keepsWorking ? creditsInLongs(micros) : Optional.empty();
        return inLongs.orElseGet(
                () -> distribute(micros, usage, charterInForce()).result());
    }

    /** Over all works; empty where longs do not do. */
    Optional<Credits> creditsInLongs(long micros) {
        return DistributionInLongs.of(micros, charterInForce(), published);
    }

    /** A published work. */
    Contribution contribution(ContributionId work) {
        return contributions.get(work);
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
            Median median = new Median();
            for (Contribution contribution : published) {
                if (contribution.isLive()) {
                    weights.put(contribution, contribution.value(charter, median));
                }
            }
        }
        return weights;
    }

    /** A revenue declared to this commons, as it stands now. */
    public Optional<Revenue> revenue(RevenueId revenueId) {
        return Optional.ofNullable(revenues.of(id, revenueId));
    }

    /** How many works have been published. */
    int workCount() {
        return published.size();
    }

    /** How many have a share in a revenue; 0 when it was not declared here. */
    int creditCount(RevenueId revenueId) {
        return revenue(revenueId).map(Revenue::creditCount).orElse(0);
    }

    /** The ids of all works, in the order of publication. */
    public List<ContributionId> works() {
        return published.stream().map(Contribution::id).toList();
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
                : changed(revenue, revenue.receive(amount));
    }

    Verdict voidRevenue(RevenueId revenueId) {
        Revenue revenue = revenues.of(id, revenueId);
        return revenue == null
                ? Verdict.rejected(Rejection.UNKNOWN_REVENUE)
                : changed(revenue, revenue.voidIt());
    }

    private Verdict changed(Revenue revenue, Verdict verdict) {
        if (verdict instanceof Verdict.Accepted) {
            unsaved.changed(revenue);
        }
        return verdict;
    }
}
