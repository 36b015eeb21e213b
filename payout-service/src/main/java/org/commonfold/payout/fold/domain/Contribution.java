package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A published work, with its place in the order of publication and its current ratings. */
final class Contribution implements Comparable<Contribution> {

    /** An upstream contribution that was known when this one was published. */
    record Upstream(Contribution contribution, int basisPoints) {}

    private final ContributionId id;
    private final int ordinal;
    private final List<Upstream> upstream;
    private final Map<ContributorId, Rating> ratings = new HashMap<>();
    private List<Author> authors;
    private boolean live = true;

    Contribution(ContributionId id, int ordinal, List<Author> authors, List<Upstream> upstream) {
        this.id = id;
        this.ordinal = ordinal;
        this.authors = List.copyOf(authors);
        this.upstream = List.copyOf(upstream);
    }

    ContributionId id() {
        return id;
    }

    List<Author> authors() {
        return authors;
    }

    List<Upstream> upstream() {
        return upstream;
    }

    boolean isLive() {
        return live;
    }

    void withdraw() {
        live = false;
    }

    void reapportion(List<Author> newAuthors) {
        authors = List.copyOf(newAuthors);
    }

    void remember(ContributorId rater, Rating rating) {
        ratings.put(rater, rating);
    }

    void forget(ContributorId rater) {
        ratings.remove(rater);
    }

    /** 0 when withdrawn, or when too few raters who are not its authors now have rated it. */
    BigInteger value(Charter charter) {
        if (!live) {
            return BigInteger.ZERO;
        }
        Map<ContributorId, Rating> peers = new HashMap<>(ratings);
        authors.forEach(author -> peers.remove(author.id()));
        return ValueEquation.value(charter, peers.values());
    }

    /** In the order of publication. */
    @Override
    public int compareTo(Contribution other) {
        return Integer.compare(ordinal, other.ordinal);
    }
}
