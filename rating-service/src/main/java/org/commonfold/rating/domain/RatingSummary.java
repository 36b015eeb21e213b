package org.commonfold.rating.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What peers think of a contribution, and how far they agree.
 *
 * @param count of the current ratings by those who are not its authors now
 * @param quorum how many there must be before it has a value
 * @param criteria by name, each scale by itself
 * @param disagreement whether the highest level is over four times the median level
 */
public record RatingSummary(
        Contribution contribution,
        int count,
        int quorum,
        List<CriterionSummary> criteria,
        boolean disagreement) {

    private static final BigInteger FAR_APART = BigInteger.valueOf(4);

    /**
     * Of a contribution.
     *
     * @param charters those that it was rated by
     * @param ratings all current ones, its authors' own among them if there are any
     */
    public static RatingSummary of(
            Contribution contribution,
            int quorum,
            Map<Integer, Charter> charters,
            Collection<CurrentRating> ratings) {
        List<CurrentRating> peers = ratings.stream()
                .filter(one -> !contribution.isAuthoredBy(one.key().raterId()))
                .toList();
        return new RatingSummary(
                contribution,
                peers.size(),
                quorum,
                criteria(peers, charters),
                isDisagreement(peers.stream().map(CurrentRating::level).sorted().toList()));
    }

    public boolean isQuorumReached() {
        return count >= quorum;
    }

    /** Of whatever charter they were rated by: criteria of former ones are told too. */
    private static List<CriterionSummary> criteria(
            List<CurrentRating> peers, Map<Integer, Charter> charters) {
        Map<CriterionSummary.Scale, List<Integer>> scores =
                new TreeMap<>(CriterionSummary.Scale.BY_NAME);
        for (CurrentRating peer : peers) {
            for (Criterion one : charters.get(peer.charterVersion()).criteria()) {
                scores.computeIfAbsent(CriterionSummary.Scale.of(one), first -> new ArrayList<>())
                        .add(peer.scores().get(one.name()));
            }
        }
        return scores.entrySet().stream()
                .map(one -> CriterionSummary.of(one.getKey(), one.getValue()))
                .toList();
    }

    /** With an even number of levels the median is the mean of the middle two: compared doubled. */
    static boolean isDisagreement(List<BigInteger> sorted) {
        if (sorted.isEmpty()) {
            return false;
        }
        int count = sorted.size();
        BigInteger twiceMedian = sorted.get((count - 1) / 2).add(sorted.get(count / 2));
        BigInteger twiceHighest = sorted.get(count - 1).shiftLeft(1);
        return twiceHighest.compareTo(twiceMedian.multiply(FAR_APART)) > 0;
    }
}
