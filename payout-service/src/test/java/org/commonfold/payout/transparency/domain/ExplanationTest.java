package org.commonfold.payout.transparency.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.stream.Collectors.toMap;

import org.commonfold.payout.fold.RandomLog;
import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.fold.domain.Split;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

@DisplayName("The explanation of every entry")
class ExplanationTest {

    private static final int EVERYTHING = 1_000_000;

    static List<Vector> vectors() {
        return Vector.all();
    }

    @RepeatedTest(2000)
    void of_any_history_can_be_followed_by_hand_to_the_posting(RepetitionInfo seed) {
        int asked = Past.tell(RandomLog.of(seed.getCurrentRepetition(), 200), this::explain);

        assertThat(asked).isPositive();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void of_a_vector_can_be_followed_by_hand_to_the_posting(Vector vector) {
        assertThat(Past.tell(vector.log(), this::explain)).isPositive();
    }

    private final Map<RevenueId, Map<String, Long>> credited = new HashMap<>();

    private void explain(CommonsFold before, CommonsEvent event, Movement movement) {
        List<Posting> postings = movement.entry().postings();
        RevenueId revenue = movement.entry().revenueId();
        if (event instanceof CommonsEvent.RevenueDeclared) {
            DistributionExplanation why =
                    Explainer.distribution(before, event, postings, Excerpt.first(EVERYTHING));
            ByHand.follow(why);
            assertThat(credits(before, why)).isEqualTo(accrued(postings));
            credited.put(revenue, accrued(postings));
        } else {
            ReceiptExplanation why =
                    Explainer.receipt(before, event, postings, Excerpt.first(EVERYTHING));
            long moved = why.releases().stream().mapToLong(why::micros).sum();
            long booked = postings.stream()
                    .filter(posting -> posting.account().isAccrued())
                    .mapToLong(Posting::micros)
                    .sum();
            assertThat(moved).isEqualTo(booked);
            ByHand.follow(why, credited.get(revenue));
        }
    }

    /** The sums of all parts that are explained, by owner. */
    private static Map<String, Long> credits(CommonsFold commons, DistributionExplanation why) {
        Map<String, Long> credits = new TreeMap<>();
        credits.put("treasury:" + commons.id(), why.distribution().treasury());
        for (WorkExplanation work : why.works()) {
            Split<ContributorId> authors = work.flow().authors();
            for (int rank = 0; rank < authors.ranked().size(); rank++) {
                String owner = "contributor:" + authors.ranked().get(rank).id();
                credits.merge(owner, authors.micros(rank), Long::sum);
            }
        }
        credits.values().removeIf(micros -> micros == 0);
        return credits;
    }

    private static Map<String, Long> accrued(List<Posting> postings) {
        return postings.stream()
                .filter(posting -> posting.account().isAccrued())
                .collect(toMap(one -> one.account().owner(), one -> -one.micros()));
    }

    /** What concerns one owner is enough to come to that owner's posting. */
    private static void explainToEach(CommonsFold before, CommonsEvent event, Movement movement) {
        List<Posting> postings = movement.entry().postings();
        if (event instanceof CommonsEvent.RevenueDeclared) {
            accrued(postings).forEach((owner, micros) -> {
                Excerpt excerpt = new Excerpt(Optional.of(owner), 0, EVERYTHING);
                DistributionExplanation why =
                        Explainer.distribution(before, event, postings, excerpt);
                ByHand.follow(why);
                assertThat(credits(before, why)).containsEntry(owner, micros);
                assertThat(why.creditOf(owner)).isEqualTo(micros);
            });
        }
    }

    @RepeatedTest(200)
    void of_one_owner_is_enough_for_that_owners_posting(RepetitionInfo seed) {
        Past.tell(RandomLog.of(seed.getCurrentRepetition(), 200), ExplanationTest::explainToEach);
    }

    @RepeatedTest(20)
    void is_the_same_in_pages_as_at_once(RepetitionInfo seed) {
        Past.tell(RandomLog.of(seed.getCurrentRepetition(), 400), (before, event, movement) -> {
            if (event instanceof CommonsEvent.RevenueDeclared) {
                List<Posting> postings = movement.entry().postings();
                List<WorkExplanation> atOnce = Explainer.distribution(
                                before, event, postings, Excerpt.first(EVERYTHING))
                        .works();
                List<WorkExplanation> inPages = new ArrayList<>();
                for (int from = 0; from < atOnce.size(); from += 2) {
                    Excerpt page = new Excerpt(Optional.empty(), from, 2);
                    List<WorkExplanation> works = Explainer.distribution(
                                    before, event, postings, page)
                            .works();
                    // One more than the page holds tells that there is another.
                    inPages.addAll(works.subList(0, Math.min(2, works.size())));
                }
                assertThat(inPages).isEqualTo(atOnce);
            }
        });
    }

    @Test
    void that_gives_another_amount_than_was_booked_is_not_given_out() {
        Past.tell(RandomLog.of(1, 400), (before, event, movement) -> {
            List<Posting> postings = new ArrayList<>(movement.entry().postings());
            int last = postings.size() - 1;
            Posting posting = postings.get(last);
            // Whichever account it is: all are compared.
            postings.set(last, new Posting(posting.account(), posting.micros() - 1));
            assertThatThrownBy(() -> explain(before, event, postings))
                    .isInstanceOf(DoesNotAddUp.class);
            postings.remove(last);
            assertThatThrownBy(() -> explain(before, event, postings))
                    .isInstanceOf(DoesNotAddUp.class);
        });
    }

    private static void explain(CommonsFold before, CommonsEvent event, List<Posting> postings) {
        if (event instanceof CommonsEvent.RevenueDeclared) {
            Explainer.distribution(before, event, postings, Excerpt.first(1));
        } else {
            Explainer.receipt(before, event, postings, Excerpt.first(1));
        }
    }
}
