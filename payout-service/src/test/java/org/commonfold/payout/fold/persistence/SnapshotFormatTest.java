package org.commonfold.payout.fold.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.commonfold.payout.fold.RandomLog;
import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.fold.domain.Charter;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsFold;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.CommonsState;
import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.ContributionId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Criterion;
import org.commonfold.payout.fold.domain.Portion;
import org.commonfold.payout.fold.domain.Restoration;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

@DisplayName("A commons that is saved")
class SnapshotFormatTest {

    private static final int LENGTH = 600;

    private final CommonsLogReader reader = new CommonsLogReader();

    @RepeatedTest(100)
    void goes_on_as_if_it_had_never_been(RepetitionInfo seed) {
        List<CommonsEvent> events = events(seed.getCurrentRepetition());
        int saved = new Random(seed.getCurrentRepetition()).nextInt(events.size());
        Commonses straight = new Commonses();
        events.subList(0, saved).forEach(straight::fold);

        Commonses restored = new Commonses();
        for (CommonsFold commons : commonsesOf(straight)) {
            restored.restore(told(List.of(savedAndRead(commons.nextPortion().state()))));
        }

        for (CommonsEvent event : events.subList(saved, events.size())) {
            assertThat(restored.fold(event)).isEqualTo(straight.fold(event));
        }
        assertSame(restored, straight);
    }

    @RepeatedTest(50)
    void portion_by_portion_goes_on_as_if_it_had_never_been(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<CommonsEvent> events = events(seed.getCurrentRepetition());
        Commonses straight = new Commonses();
        Map<CommonsId, List<CommonsState>> portions = new HashMap<>();
        Map<CommonsId, Integer> began = new HashMap<>();
        for (CommonsEvent event : events) {
            straight.fold(event);
            if (random.nextInt(20) == 0) {
                commonsesOf(straight).forEach(one -> save(one, portions, began));
            }
        }
        commonsesOf(straight).forEach(one -> save(one, portions, began));

        Commonses restored = new Commonses();
        portions.values().forEach(all -> restored.restore(told(all)));
        assertSame(restored, straight);
        for (CommonsEvent event : events(1000 + seed.getCurrentRepetition())) {
            assertThat(restored.fold(event)).isEqualTo(straight.fold(event));
        }
        assertSame(restored, straight);
    }

    @RepeatedTest(10)
    void goes_on_from_the_middle_of_a_turn(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Commonses straight = new Commonses();
        Commonses restarted = new Commonses();
        Map<CommonsId, List<CommonsState>> portions = new HashMap<>();
        Map<CommonsId, Integer> began = new HashMap<>();
        int middles = 0;
        int rated = 0;
        int mostPortions = 0;
        for (Vector.Line line : RandomLog.of(seed.getCurrentRepetition(), 20_000)) {
            straight.fold(event(line));
            restarted.fold(event(line));
            if (random.nextInt(200) == 0) {
                commonsesOf(restarted).forEach(one -> save(one, portions, began));
                restarted = new Commonses();
                for (List<CommonsState> all : portions.values()) {
                    restarted.restore(told(all));
                    mostPortions = Math.max(mostPortions, all.size());
                    middles += all.get(all.size() - 1).turn().isOver() ? 0 : 1;
                    rated += all.get(all.size() - 1).rated().size();
                }
                assertSame(restarted, straight);
            }
        }
        for (CommonsEvent event : events(1000 + seed.getCurrentRepetition())) {
            assertThat(restarted.fold(event)).isEqualTo(straight.fold(event));
        }
        assertSame(restarted, straight);
        assertThat(middles).isGreaterThan(10);
        assertThat(rated).isGreaterThan(100);
        assertThat(mostPortions).isLessThan(20);
    }

    @Test
    void of_a_work_that_was_only_rated_tells_no_more_than_the_new_ratings() {
        Commonses commonses = large();
        CommonsFold lab = commonsesOf(commonses).get(0);
        CommonsState all = lab.nextPortion().state();
        CommonsState.Work last = all.works().stream()
                .filter(work -> work.ratings().size() > 1)
                .reduce((before, after) -> after)
                .orElseThrow();
        Charter charter = lab.charterInForce();
        commonses.fold(new CommonsEvent.PeerRated(
                lab.id(),
                last.id(),
                new ContributorId("new"),
                charter.criteria().stream()
                        .collect(Collectors.toMap(Criterion::name, one -> (long) one.min())),
                3,
                null));

        CommonsState next = lab.nextPortion().state();
        assertThat(next.works()).extracting(CommonsState.Work::id).doesNotContain(last.id());
        assertThat(next.rated()).hasSize(1);
        CommonsState.Rated rated = next.rated().get(0);
        assertThat(rated.ordinal()).isEqualTo(last.ordinal());
        assertThat(rated.from()).isEqualTo(last.ratings().size());
        assertThat(rated.ratings()).hasSize(1);
    }

    private Commonses large() {
        Commonses commonses = new Commonses();
        RandomLog.of(3, 20_000).forEach(line -> commonses.fold(event(line)));
        return commonses;
    }

    private static Restoration told(List<CommonsState> portions) {
        Restoration restoration = new Restoration();
        portions.forEach(restoration::add);
        return restoration;
    }

    /** And forgets those that are needed no more, as the schedule has it. */
    private static void save(
            CommonsFold commons,
            Map<CommonsId, List<CommonsState>> portions,
            Map<CommonsId, Integer> began) {
        List<CommonsState> saved =
                portions.computeIfAbsent(commons.id(), first -> new ArrayList<>());
        Portion portion = commons.nextPortion();
        began.putIfAbsent(commons.id(), saved.size());
        saved.add(savedAndRead(portion.state()));
        if (portion.completes()) {
            saved.subList(0, began.remove(commons.id())).clear();
        }
    }

    @Test
    void in_portions_tells_what_changed_and_soon_needs_the_old_ones_no_more() {
        CommonsFold lab = commonsesOf(large()).get(0);
        int works = lab.works().size();
        lab.nextPortion();
        assertThat(works).isGreaterThan(200);

        Portion next = lab.nextPortion();
        // At most six have rated each: five ratings' worth for the work itself, and theirs.
        assertThat(next.state().works()).hasSizeBetween(1_000 / 11, 1_000 / 5);
        assertThat(next.completes()).isFalse();
        int portions = 1;
        while (!next.completes()) {
            next = lab.nextPortion();
            portions++;
        }
        assertThat(portions)
                .isLessThanOrEqualTo(works * 11 / 1_000 + 1 + lab.works().size() / 50);
    }

    @Test
    void is_refused_when_any_byte_of_it_is_another() {
        byte[] bytes = SnapshotFormat.encode(anyState());
        for (int place = 0; place < bytes.length; place++) {
            byte[] corrupt = bytes.clone();
            corrupt[place] ^= 1;
            assertThatIllegalArgumentException().isThrownBy(() -> SnapshotFormat.decode(corrupt));
        }
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException().isThrownBy(() -> SnapshotFormat.decode(cut));
        }
    }

    @Test
    void is_refused_when_any_work_is_missing() {
        Commonses commonses = new Commonses();
        events(5).forEach(commonses::fold);
        CommonsFold lab = commonsesOf(commonses).get(0);
        CommonsState last = lab.nextPortion().state();
        int works = last.counts().works();

        new Commonses().restore(told(List.of(last)));
        for (int missing : List.of(0, works / 2, works - 1)) {
            CommonsState without = without(missing, last);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Commonses().restore(told(List.of(without))));
        }
    }

    @Test
    void is_refused_when_ratings_are_missing() {
        CommonsState state = anyState();
        CommonsState.Work first = state.works().get(0);
        for (int from : List.of(first.ratings().size(), first.ratings().size() + 1)) {
            CommonsState more = new CommonsState(
                    state.id(),
                    state.charters(),
                    state.counts(),
                    state.turn(),
                    List.of(),
                    List.of(new CommonsState.Rated(first.ordinal(), from, List.of())),
                    List.of());
            Restoration restoration = new Restoration();
            restoration.add(state);
            if (from == first.ratings().size()) {
                restoration.add(more);
            } else {
                assertThatIllegalArgumentException().isThrownBy(() -> restoration.add(more));
            }
        }
    }

    @Test
    void is_refused_when_a_later_portion_counts_fewer() {
        CommonsState state = anyState();
        int works = state.counts().works();
        int revenues = state.counts().revenues();
        for (CommonsState.Counts fewer : List.of(
                new CommonsState.Counts(works - 1, revenues),
                new CommonsState.Counts(works, revenues - 1))) {
            CommonsState later = new CommonsState(
                    state.id(),
                    state.charters(),
                    fewer,
                    state.turn(),
                    List.of(),
                    List.of(),
                    List.of());
            assertThatIllegalArgumentException().isThrownBy(() -> told(List.of(state, later)));
        }
    }

    @Test
    void is_refused_when_it_says_that_it_is_longer_than_it_is() {
        for (byte[] longer :
                List.of(new byte[] {0, 0, 0, 0, 3, 1, 'a'}, new byte[] {0, 0, 0, 0, 1, 4, 'a'})) {
            CRC32C checksum = new CRC32C();
            checksum.update(longer, Integer.BYTES, longer.length - Integer.BYTES);
            ByteBuffer.wrap(longer).putInt((int) checksum.getValue());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SnapshotFormat.decode(longer))
                    .withMessageContaining("left to read");
        }
    }

    private static CommonsState without(int ordinal, CommonsState all) {
        return new CommonsState(
                all.id(),
                all.charters(),
                all.counts(),
                all.turn(),
                all.works().stream().filter(work -> work.ordinal() != ordinal).toList(),
                all.rated(),
                all.revenues());
    }

    private CommonsState anyState() {
        Commonses commonses = new Commonses();
        events(2).subList(0, 60).forEach(commonses::fold);
        return commonsesOf(commonses).get(0).nextPortion().state();
    }

    private static CommonsState savedAndRead(CommonsState state) {
        CommonsState read = SnapshotFormat.decode(SnapshotFormat.encode(state));
        assertThat(read).isEqualTo(state);
        return read;
    }

    /** To the last value. */
    private static void assertSame(Commonses one, Commonses other) {
        for (CommonsFold commons : commonsesOf(other)) {
            CommonsFold same = one.find(commons.id()).orElseThrow();
            assertThat(same.works()).isEqualTo(commons.works());
            assertThat(values(same)).isEqualTo(values(commons));
        }
    }

    private static Map<ContributionId, Object> values(CommonsFold commons) {
        return commons.works().stream()
                .collect(Collectors.toMap(
                        work -> work,
                        work -> commons.valuation(work, commons.charterInForce())
                                .value()));
    }

    private static List<CommonsFold> commonsesOf(Commonses commonses) {
        return List.of("lab", "workshop").stream()
                .flatMap(id -> commonses.find(new CommonsId(id)).stream())
                .toList();
    }

    private List<CommonsEvent> events(long seed) {
        return RandomLog.of(seed, LENGTH).stream().map(this::event).toList();
    }

    private CommonsEvent event(Vector.Line line) {
        Reading reading = reader.read(line.eventType(), line.id(), line.key(), line.data());
        return ((Reading.Event) reading).event();
    }
}
