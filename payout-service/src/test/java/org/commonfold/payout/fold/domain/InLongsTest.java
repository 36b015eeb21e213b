package org.commonfold.payout.fold.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.RandomLog;
import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

@DisplayName("What is computed in longs")
class InLongsTest {

    private final CommonsLogReader reader = new CommonsLogReader();

    @RepeatedTest(100)
    void of_a_distribution_is_what_its_working_comes_to(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Commonses commonses = new Commonses();
        for (Vector.Line line : RandomLog.of(seed.getCurrentRepetition(), 400)) {
            CommonsEvent event = event(line);
            commonses.fold(event);
            Optional<CommonsFold> commons = commonses.find(event.commonsId());
            if (commons.isPresent() && random.nextInt(5) == 0) {
                long micros = 1 + (random.nextLong() >>> (4 + random.nextInt(50)));
                assertSame(commons.get(), micros % 1_000_000_000_000_000_000L);
            }
        }
    }

    private static void assertSame(CommonsFold commons, long micros) {
        Charter charter = commons.charterInForce();
        Credits exact = commons.distribute(micros, List.of(), charter).result();
        commons.creditsInLongs(micros).ifPresent(inLongs -> {
            assertThat(inLongs).isEqualTo(exact);
            assertThat(List.copyOf(inLongs.byContributor().keySet()))
                    .isEqualTo(List.copyOf(exact.byContributor().keySet()));
        });
    }

    @RepeatedTest(100)
    void of_a_value_is_its_weighted_median(RepetitionInfo seed) {
        Commonses commonses = new Commonses();
        Set<CommonsId> ids = new HashSet<>();
        for (Vector.Line line : RandomLog.of(seed.getCurrentRepetition(), 400)) {
            CommonsEvent event = event(line);
            commonses.fold(event);
            ids.add(event.commonsId());
        }
        for (CommonsId id : ids) {
            commonses.find(id).ifPresent(InLongsTest::assertValues);
        }
    }

    private static void assertValues(CommonsFold commons) {
        for (int version = 1; version <= commons.charterVersion(); version++) {
            Charter charter = commons.charter(version);
            for (ContributionId work : commons.works()) {
                if (commons.isLive(work)) {
                    assertThat(commons.contribution(work).value(charter, new Median()))
                            .isEqualTo(commons.valuation(work, charter).value());
                }
            }
        }
    }

    @RepeatedTest(50)
    void of_a_contributors_sum_is_what_a_map_would_hold(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        SumsByContributor sums = new SumsByContributor();
        Map<ContributorId, Long> map = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            ContributorId author = new ContributorId("a" + random.nextInt(60));
            // In the end, more than an int holds.
            long most = i < 1_000 ? 10 : Long.MAX_VALUE / 2_000;
            long change =
                    random.nextInt(3) == 0 ? -map.getOrDefault(author, 0L) : random.nextLong(most);
            sums.add(author, change);
            map.merge(author, change, Long::sum);
            for (int each = 0; each < 60; each++) {
                ContributorId one = new ContributorId("a" + each);
                assertThat(sums.get(one)).isEqualTo(map.getOrDefault(one, 0L));
            }
        }
    }

    @RepeatedTest(50)
    void of_a_works_ratings_is_one_of_each_peer(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Rater> raters = java.util.stream.IntStream.range(0, 80)
                .mapToObj(i -> new Rater(new ContributorId("r" + i)))
                .toList();
        Ratings ratings = new Ratings();
        Map<Rater, Rating> map = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            Rater rater = raters.get(random.nextInt(raters.size()));
            if (random.nextInt(3) == 0) {
                ratings.remove(rater);
                map.remove(rater);
            } else {
                Rating rating = rating(rater, i, random);
                ratings.put(rating);
                map.put(rater, rating);
            }
            assertThat(ratings.size()).isEqualTo(map.size());
            for (int place = 0; place < ratings.size(); place++) {
                Rating rating = map.get(ratings.rater(place));
                assertThat(ratings.get(place)).isEqualTo(rating);
                assertThat(ratings.level(place)).isEqualTo(rating.level());
                assertThat(ratings.influence(place)).isEqualTo(rating.influence());
                assertThat(ratings.isBeyondLong(place)).isEqualTo(rating.beyondLong() != null);
            }
            raters.forEach(one -> assertThat(ratings.of(one)).isEqualTo(map.get(one)));
        }
    }

    /** Now and then of other authors, or of a level that no long holds. */
    private static Rating rating(Rater rater, int number, Random random) {
        BigInteger level = random.nextInt(10) == 0
                ? BigInteger.TWO.pow(64 + number % 9)
                : BigInteger.valueOf(number);
        List<ContributorId> authors =
                random.nextInt(10) == 0 ? List.of(new ContributorId("other")) : List.of();
        return Rating.of(rater, number, level, number, authors);
    }

    private CommonsEvent event(Vector.Line line) {
        Reading reading = reader.read(line.eventType(), line.id(), line.key(), line.data());
        return ((Reading.Event) reading).event();
    }
}
