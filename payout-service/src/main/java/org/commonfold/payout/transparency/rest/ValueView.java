package org.commonfold.payout.transparency.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.Valuation;
import org.commonfold.payout.fold.domain.Vote;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What makes a work worth what it is: the weighted median of votes.
 *
 * @param votes by level: all of them, or those around the median
 * @param votesBefore how many stand before those shown
 * @param votesAfter how many stand after those shown
 */
record ValueView(
        @Schema(examples = "13000000", description = "In millionths of a point")
        String value,

        @Schema(examples = "2", description = "How many peers must have rated it")
        int quorum,

        @Schema(examples = "3", description = "How many have, who are not its authors")
        int peers,

        @Schema(examples = "3500000", description = "The sum of all influence")
        String influence,

        List<VoteView> votes,
        @Schema(examples = "0") int votesBefore,
        @Schema(examples = "0") int votesAfter) {

    private static final int VOTES_MAX = 100;

    /** One vote. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VoteView(
            @Schema(examples = "bob", description = "Absent for the charter's own vote")
            String raterId,

            @Schema(examples = "13000000", description = "In millionths of a point")
            String level,

            @Schema(examples = "1000000") String influence,

            @Schema(examples = "1000000", description = "With that of all votes before")
            String influenceUntilHere,

            @Schema(
                    examples = "true",
                    description = "Whether the value is its level; or, of two"
                            + " that are, the mean of both")
            boolean median,

            RatingView rating) {}

    static ValueView of(Valuation valuation, List<Charter> charters, boolean all) {
        List<Vote> votes = valuation.votes();
        int middle = Math.max(0, valuation.median());
        int from =
                all ? 0 : Math.max(0, Math.min(middle - VOTES_MAX / 2, votes.size() - VOTES_MAX));
        int to = all ? votes.size() : Math.min(votes.size(), from + VOTES_MAX);
        List<VoteView> shown = new ArrayList<>();
        long sum = 0;
        for (int place = 0; place < to; place++) {
            Vote vote = votes.get(place);
            sum += vote.influence();
            if (place >= from) {
                boolean median = place == valuation.median() || place == valuation.next();
                shown.add(view(vote, sum, median, charters));
            }
        }
        return new ValueView(
                valuation.value().toString(),
                valuation.quorum(),
                valuation.peers(),
                Long.toString(valuation.influence()),
                shown,
                from,
                votes.size() - to);
    }

    private static VoteView view(Vote vote, long sum, boolean median, List<Charter> charters) {
        return new VoteView(
                vote.isOfCharter() ? null : vote.rater().value(),
                vote.level().toString(),
                Long.toString(vote.influence()),
                Long.toString(sum),
                median,
                vote.isOfCharter() ? null : RatingView.of(vote.working(), charters));
    }
}
