package org.commonfold.payout.fold.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What ratings make a contribution worth at a place in the log: the weighted median of their levels
 * together with the charter's own vote (DOMAIN.md, "The value equation").
 *
 * @param quorum how many peers must have rated it
 * @param peers how many have, who are not its authors now
 * @param votes of all of them and the charter, by level; those without influence are not heard
 * @param median the place among the votes whose level is the value; or, with a next one, the first
 *     of the two whose mean is. {@link #NONE} when there is no value.
 * @param next the other of the two, or {@link #NONE}
 * @param value in millionths of a point
 */
public record Valuation(
        int quorum, int peers, List<Vote> votes, int median, int next, BigInteger value) {

    /** No place. */
    public static final int NONE = -1;

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    /**
     * @param charter the one in force now
     * @param peers the ratings of those who are not authors now
     */
    static Valuation of(Charter charter, Collection<Vote> peers) {
        List<Vote> votes = new ArrayList<>(peers.size() + 1);
        votes.addAll(peers);
        BigInteger reference = MILLION.multiply(BigInteger.valueOf(charter.referencePoints()));
        votes.add(new Vote(null, reference, 1_000L * charter.priorPerMille(), null));
        votes.sort(Vote.BY_LEVEL);
        Valuation nothing =
                new Valuation(charter.quorum(), peers.size(), votes, NONE, NONE, BigInteger.ZERO);
        return peers.size() < charter.quorum() ? nothing : nothing.withMedian();
    }

    /** The sum of all influence. */
    public long influence() {
        return votes.stream().mapToLong(Vote::influence).sum();
    }

    /** That of the charter's own vote. */
    public long charterInfluence() {
        return votes.stream()
                .filter(Vote::isOfCharter)
                .mapToLong(Vote::influence)
                .sum();
    }

    private Valuation withMedian() {
        long total = influence();
        long sum = 0;
        for (int place = 0; place < votes.size(); place++) {
            long influence = votes.get(place).influence();
            sum += influence;
            if (influence > 0 && 2 * sum > total) {
                return at(place, NONE, votes.get(place).level());
            }
            if (influence > 0 && 2 * sum == total) {
                int next = nextHeard(place);
                BigInteger both = votes.get(place).level().add(votes.get(next).level());
                return at(place, next, both.shiftRight(1));
            }
        }
        return this;
    }

    private int nextHeard(int place) {
        int next = place + 1;
        while (votes.get(next).influence() == 0) {
            next++;
        }
        return next;
    }

    private Valuation at(int place, int nextPlace, BigInteger level) {
        return new Valuation(quorum, peers, votes, place, nextPlace, level);
    }
}
