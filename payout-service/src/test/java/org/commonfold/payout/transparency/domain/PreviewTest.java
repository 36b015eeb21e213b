package org.commonfold.payout.transparency.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.commonfold.payout.fold.RandomLog;
import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Distribution;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Verdict;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

@DisplayName("A preview")
class PreviewTest {

    private static final CommonsId LAB = new CommonsId("lab");
    private static final int EVERYTHING = 1_000_000;

    @RepeatedTest(1000)
    void followed_by_the_declaration_gives_the_same(RepetitionInfo seed) {
        List<Vector.Line> log = RandomLog.of(seed.getCurrentRepetition(), 200);
        Past.tell(log, (before, event, movement) -> {
            if (event instanceof CommonsEvent.RevenueDeclared declared) {
                assertThat(credits(before, preview(before, declared, before.charterInForce())))
                        .isEqualTo(credits(movement.entry()));
            }
        });
    }

    @RepeatedTest(1000)
    void under_another_charter_followed_by_its_adoption_gives_the_same(RepetitionInfo seed) {
        List<Vector.Line> log = RandomLog.of(seed.getCurrentRepetition(), 300);
        Commonses commonses = new Commonses();
        Charter other = null;
        for (CommonsEvent event : events(log)) {
            if (event instanceof CommonsEvent.CommonsFounded founded) {
                other = founded.charter();
            }
            CommonsFold commons = commonses.find(event.commonsId()).orElse(null);
            if (commons != null && event instanceof CommonsEvent.RevenueDeclared declared) {
                Map<String, Long> previewed = credits(commons, preview(commons, declared, other));
                commonses.fold(new CommonsEvent.CharterAmended(commons.id(), other));
                if (commonses.fold(event) instanceof Verdict.Accepted accepted) {
                    assertThat(credits(accepted.movements().get(0).entry())).isEqualTo(previewed);
                }
            } else {
                commonses.fold(event);
            }
        }
    }

    private static Distribution preview(
            CommonsFold commons, CommonsEvent.RevenueDeclared declared, Charter charter) {
        Distribution first =
                commons.distribute(declared.amount().micros(), declared.usage(), charter);
        // It has changed nothing: the second is the first.
        assertThat(commons.distribute(declared.amount().micros(), declared.usage(), charter))
                .isEqualTo(first);
        return first;
    }

    @RepeatedTest(1000)
    void of_the_charter_that_a_commons_has_had_pays_what_was_paid(RepetitionInfo seed) {
        List<CommonsEvent> events = events(RandomLog.of(seed.getCurrentRepetition(), 400)).stream()
                .filter(event -> event.commonsId().equals(LAB))
                .filter(event -> !(event instanceof CommonsEvent.CharterAmended))
                .toList();
        Charter charter = ((CommonsEvent.CommonsFounded) events.get(0)).charter();
        CharterPreview preview = new CharterPreview(LAB, charter);
        events.forEach(preview::fold);

        assertThat(preview.ratingsThatDoNotFit()).isZero();
        assertThat(preview.lines(Excerpt.first(EVERYTHING)))
                .allMatch(line -> line.was() == line.wouldBe());
    }

    @RepeatedTest(1000)
    void of_another_charter_pays_as_if_it_had_been_there_from_the_founding(RepetitionInfo seed) {
        List<CommonsEvent> events = events(RandomLog.of(seed.getCurrentRepetition(), 400)).stream()
                .filter(event -> event.commonsId().equals(LAB))
                .filter(event -> !(event instanceof CommonsEvent.CharterAmended))
                .toList();
        Charter charter = ((CommonsEvent.CommonsFounded) events.get(0)).charter();
        Charter other = new Charter(charter.criteria(), 1, 7, 100, 3, 2000, 1, 250);
        CharterPreview preview = new CharterPreview(LAB, other);
        Commonses wouldBe = new Commonses();
        Map<String, Map<String, Long>> expected = new HashMap<>();
        for (CommonsEvent event : events) {
            preview.fold(event);
            CommonsEvent hypothetical = event instanceof CommonsEvent.CommonsFounded
                    ? new CommonsEvent.CommonsFounded(LAB, other)
                    : event;
            if (wouldBe.fold(hypothetical) instanceof Verdict.Accepted accepted) {
                accepted.movements().stream()
                        .filter(one -> one instanceof Movement.RevenueDistributed)
                        .map(Movement::entry)
                        .forEach(one -> expected.put(one.revenueId().value(), credits(one)));
            }
        }

        Map<String, Map<String, Long>> previewed = new HashMap<>();
        for (PreviewLine line : preview.lines(Excerpt.first(EVERYTHING))) {
            Map<String, Long> credits =
                    previewed.computeIfAbsent(line.revenueId().value(), none -> new TreeMap<>());
            if (line.wouldBe() != 0) {
                credits.put(line.owner(), line.wouldBe());
            }
        }
        assertThat(previewed).isEqualTo(expected).hasSize(preview.revenues());
    }

    /** By its own charter, which the other takes the place of at once: three points to one. */
    @Test
    void of_another_charter_counts_ratings_that_do_not_fit_by_their_own() {
        String charter = "{'charter':{'criteria':[{'name':'%s','weight':1,'min':0,"
                + "'points':[0,1,3]}],'quorum':1,'referencePoints':13,'priorPerMille':0,"
                + "'levellingRatings':0,'pairCapBasisPoints':10000,'pairAllowanceRatings':0,"
                + "'treasuryBasisPoints':0}";
        String work = "{'contributionId':'%1$s','authors':[{'contributorId':'%1$s','share':1}]";
        String rating = "{'contributionId':'%s','raterId':'rex','scores':{'method':%d}";
        List<CommonsEvent> events = events(List.of(
                line("CommonsFounded", charter.formatted("quality")),
                line("ContributionPublished", work.formatted("ada")),
                line("ContributionPublished", work.formatted("bob")),
                line("CharterAmended", charter.formatted("method")),
                line("PeerRated", rating.formatted("ada", 2)),
                line("PeerRated", rating.formatted("bob", 1)),
                line(
                        "RevenueDeclared",
                        "{'revenueId':'r','partnerId':'acme',"
                                + "'amount':{'value':'100','currency':'EUR'}")));
        Charter founding = ((CommonsEvent.CommonsFounded) events.get(0)).charter();
        CharterPreview preview = new CharterPreview(
                LAB, new Charter(founding.criteria(), 1, 13, 0, 0, 10_000, 0, 1_000));
        events.forEach(preview::fold);

        assertThat(preview.ratingsThatDoNotFit()).isEqualTo(2);
        assertThat(preview.lines(Excerpt.first(EVERYTHING)))
                .extracting(PreviewLine::owner, PreviewLine::was, PreviewLine::wouldBe)
                .containsExactly(
                        tuple("contributor:ada", 75_000_000L, 67_500_000L),
                        tuple("contributor:bob", 25_000_000L, 22_500_000L),
                        tuple("treasury:lab", 0L, 10_000_000L));
    }

    private static Vector.Line line(String type, String fields) {
        String data = (fields + ",'commonsId':'lab'}").replace('\'', '"');
        String id = type + fields.hashCode();
        return new Vector.Line(type, id, LAB.value(), data.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CommonsEvent> events(List<Vector.Line> log) {
        CommonsLogReader reader = new CommonsLogReader();
        return log.stream()
                .map(one -> reader.read(one.eventType(), one.id(), one.key(), one.data()))
                .map(reading -> reading instanceof Reading.Event event ? event.event() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, Long> credits(Entry entry) {
        Map<String, Long> credits = new TreeMap<>();
        for (Posting posting : entry.postings()) {
            if (posting.account().isAccrued()) {
                credits.put(posting.account().owner(), -posting.micros());
            }
        }
        return credits;
    }

    private static Map<String, Long> credits(CommonsFold of, Distribution distribution) {
        Map<String, Long> credits = new TreeMap<>();
        distribution.credits().forEach((who, micros) -> credits.put("contributor:" + who, micros));
        if (distribution.treasury() != 0) {
            credits.put("treasury:" + of.id(), distribution.treasury());
        }
        return credits;
    }
}
