package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A published work, with its place in the order of publication and its current ratings. */
final class Contribution implements Comparable<Contribution> {

    /** An upstream contribution that was known when this one was published. */
    record Upstream(Contribution contribution, int basisPoints) {}

    private final ContributionId id;
    private final int ordinal;
    private List<Upstream> upstream;
    private final Ratings ratings = new Ratings();
    private List<Author> authors;
    /** Shared by all ratings of their time. */
    private List<ContributorId> authorIds;

    private boolean live = true;

    /** So many ratings, the first ones, are as they were told; 0 when anything else is not. */
    private int told;

    /** By the charter it was last asked for; none once a rating or the authors have changed. */
    private long value;

    private Charter valuedBy;

    Contribution(ContributionId id, int ordinal, List<Author> authors, List<Upstream> upstream) {
        this.id = id;
        this.ordinal = ordinal;
        setAuthors(authors);
        derivesFrom(upstream);
    }

    ContributionId id() {
        return id;
    }

    /** Its place in the order of publication, from 0. */
    int ordinal() {
        return ordinal;
    }

    List<Author> authors() {
        return authors;
    }

    List<ContributorId> authorIds() {
        return authorIds;
    }

    private void setAuthors(List<Author> ofNow) {
        authors = List.copyOf(ofNow);
        authorIds = authors.stream().map(Author::id).toList();
    }

    boolean isBy(ContributorId person) {
        for (ContributorId author : authorIds) {
            if (author.equals(person)) {
                return true;
            }
        }
        return false;
    }

    Ratings ratings() {
        return ratings;
    }

    List<Upstream> upstream() {
        return upstream;
    }

    /** For one that is told before what it derives from. */
    final void derivesFrom(List<Upstream> known) {
        upstream = List.copyOf(known);
    }

    boolean isLive() {
        return live;
    }

    void withdraw() {
        live = false;
        told = 0;
    }

    void reapportion(List<Author> newAuthors) {
        setAuthors(newAuthors);
        valuedBy = null;
        told = 0;
    }

    void remember(Rating rating) {
        told = Math.min(told, ratings.put(rating));
        valuedBy = null;
    }

    void forget(Rater rater) {
        told = Math.min(told, ratings.remove(rater));
        valuedBy = null;
    }

    /**
     * 0 when withdrawn, or when too few raters who are not its authors now have rated it.
     *
     * @param median to find it with
     */
    BigInteger value(Charter charter, Median median) {
        long inLong = valueInLong(charter, median);
        return inLong == Median.BEYOND_LONG
                ? valuation(charter).value()
                : BigInteger.valueOf(inLong);
    }

    /** The same where a long holds it, else {@link Median#BEYOND_LONG}. */
    long valueInLong(Charter charter, Median median) {
        if (!live) {
            return 0;
        }
        // A revenue asks every live work, and few have been rated since the one before.
        if (valuedBy != charter) {
            value = median.of(charter, this);
            valuedBy = charter;
        }
        return value;
    }

    /** What its ratings make it worth while it is live. */
    Valuation valuation(Charter charter) {
        List<Vote> peers = new ArrayList<>(ratings.size());
        for (int i = 0; i < ratings.size(); i++) {
            Rating rating = ratings.get(i);
            if (!isBy(rating.rater().id())) {
                peers.add(Vote.of(rating));
            }
        }
        return Valuation.of(charter, peers);
    }

    /** In the order of publication. */
    @Override
    public int compareTo(Contribution other) {
        return Integer.compare(ordinal, other.ordinal);
    }

    /**
     * What has changed of it is going to be told, or has been.
     *
     * @return how many ratings, the first ones, need not be told again; 0 when all of it has to be
     */
    int tell() {
        int before = told;
        told = ratings.size();
        return before;
    }

    /** All there is to say of it. */
    CommonsState.Work state() {
        List<CommonsState.Source> sources = new ArrayList<>(upstream.size());
        for (Upstream from : upstream) {
            sources.add(new CommonsState.Source(from.contribution().ordinal, from.basisPoints()));
        }
        return new CommonsState.Work(ordinal, id, live, authors, sources, ratingsFrom(0));
    }

    /** What there is to say of its ratings from this place on. */
    CommonsState.Rated rated(int from) {
        return new CommonsState.Rated(ordinal, from, ratingsFrom(from));
    }

    private List<CommonsState.PeerRating> ratingsFrom(int first) {
        List<CommonsState.PeerRating> peerRatings = new ArrayList<>(ratings.size() - first);
        for (int i = first; i < ratings.size(); i++) {
            Rating rating = ratings.get(i);
            peerRatings.add(new CommonsState.PeerRating(
                    rating.rater().id(),
                    rating.points(),
                    rating.exactLevel(),
                    rating.influence(),
                    rating.authors().equals(authorIds) ? null : rating.authors()));
        }
        return peerRatings;
    }
}
