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
    }

    void reapportion(List<Author> newAuthors) {
        setAuthors(newAuthors);
        valuedBy = null;
    }

    void remember(Rating rating) {
        ratings.put(rating);
        valuedBy = null;
    }

    void forget(Rater rater) {
        ratings.remove(rater);
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

    /** All there is to say of it. */
    CommonsState.Work state() {
        List<CommonsState.Source> sources = new ArrayList<>(upstream.size());
        for (Upstream from : upstream) {
            sources.add(new CommonsState.Source(from.contribution().ordinal, from.basisPoints()));
        }
        List<CommonsState.PeerRating> peerRatings = new ArrayList<>(ratings.size());
        for (int i = 0; i < ratings.size(); i++) {
            Rating rating = ratings.get(i);
            peerRatings.add(new CommonsState.PeerRating(
                    rating.rater().id(),
                    rating.points(),
                    rating.exactLevel(),
                    rating.influence(),
                    rating.authors()));
        }
        return new CommonsState.Work(ordinal, id, live, authors, sources, peerRatings);
    }
}
