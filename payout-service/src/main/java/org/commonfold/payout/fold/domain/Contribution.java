package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** By the charter it was last asked for; none once a rating or the authors have changed. */
    private BigInteger value;

    private Charter valuedBy;

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
        valuedBy = null;
    }

    void remember(ContributorId rater, Rating rating) {
        ratings.put(rater, rating);
        valuedBy = null;
    }

    void forget(ContributorId rater) {
        ratings.remove(rater);
        valuedBy = null;
    }

    /** 0 when withdrawn, or when too few raters who are not its authors now have rated it. */
    BigInteger value(Charter charter) {
        if (!live) {
            return BigInteger.ZERO;
        }
        // A revenue asks every live work, and few have been rated since the one before.
        if (valuedBy != charter) {
            value = valuation(charter).value();
            valuedBy = charter;
        }
        return value;
    }

    /** What its ratings make it worth while it is live. */
    Valuation valuation(Charter charter) {
        Set<ContributorId> own = authors.stream().map(Author::id).collect(Collectors.toSet());
        List<Vote> peers = new ArrayList<>(ratings.size());
        ratings.forEach((rater, rating) -> {
            if (!own.contains(rater)) {
                peers.add(Vote.of(rater, rating));
            }
        });
        return Valuation.of(charter, peers);
    }

    /** In the order of publication. */
    @Override
    public int compareTo(Contribution other) {
        return Integer.compare(ordinal, other.ordinal);
    }
}
