package org.commonfold.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

@DisplayName("Events of a partition, by the thousand")
class EventSegmentsTest {

    private static final String ID = "0198c0de-0000-7000-8000-0000000000a1";

    private static EventId parsed(String text, long offset) {
        return EventId.parse(text.getBytes(StandardCharsets.US_ASCII), offset);
    }

    @Test
    void are_known_by_an_id_of_version_7() {
        EventId id = parsed(ID, 8);

        assertThat(new UUID(id.high(), id.low())).hasToString(ID);
        assertThat(id.timeMillis()).isEqualTo(0x0198c0de0000L);
        assertThat(id.offset()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e000001",
                "0198c0de-0000-4000-8000-0000000000a1",
                "0198C0DE-0000-7000-8000-0000000000A1",
                "0198c0de-0000-7000-8000-0000000000a",
                "0198c0de-0000-7000-8000-0000000000a11",
                "0198c0de00000-7000-8000-0000000000a1",
                "0198c0de-0000-7000-8000-0000000000g1",
                "0198c0de-0000-7000-8000-00000000-0a1",
            })
    void are_not_known_by_anything_else(String text) {
        assertThat(parsed(text, 8)).isNull();
    }

    @Test
    void are_the_same_wherever_they_come_again() {
        EventId id = parsed(ID, 8);
        EventSegment segment = EventSegment.of(List.of(id));

        assertThat(segment.offsetOf(parsed(ID, 900))).isEqualTo(8);
    }

    @RepeatedTest(20)
    void are_found_where_they_first_stood_and_no_others(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        EventSegments segments = new EventSegments(new ArrayList<>());
        Map<EventId, Long> stood = new HashMap<>();
        long offset = 0;
        for (int batch = 0; batch < 300; batch++) {
            List<EventId> events = new ArrayList<>();
            int size = 1 + random.nextInt(random.nextInt(20) == 0 ? 3_000 : 5);
            for (int i = 0; i < size; i++) {
                EventId id = anyId(random, offset);
                if (stood.putIfAbsent(withoutOffset(id), offset) == null) {
                    events.add(id);
                }
                offset += 1 + random.nextInt(2);
            }
            if (!events.isEmpty()) {
                // As if it were never written: all stay at hand.
                segments.add(events);
            }
        }
        stood.forEach((id, where) -> assertThat(find(segments, id)).isEqualTo(where));
        for (int i = 0; i < 1_000; i++) {
            EventId other = withoutOffset(anyId(random, offset));
            assertThat(find(segments, other))
                    .isEqualTo(stood.getOrDefault(other, EventSegment.NOWHERE));
        }
    }

    private static long find(EventSegments segments, EventId id) {
        for (EventSegment segment : segments.holding(new long[] {id.timeMillis()})) {
            long found = segment.offsetOf(id);
            if (found != EventSegment.NOWHERE) {
                return found;
            }
        }
        return EventSegment.NOWHERE;
    }

    /** Of few times, so that they meet; some far in the past or future. */
    private static EventId anyId(Random random, long offset) {
        long millis = random.nextInt(30) == 0 ? random.nextLong() >>> 16 : offset / 4;
        return new EventId(millis << 16 | 0x7000, random.nextInt(8) - 4L, offset);
    }

    private static EventId withoutOffset(EventId id) {
        return new EventId(id.high(), id.low(), 0);
    }

    @Test
    void that_come_one_by_one_make_few_rows() {
        EventSegments segments = new EventSegments(new ArrayList<>());
        int written = 0;
        int events = 2 * EventSegment.EVENTS_MAX;
        for (int i = 0; i < events; i++) {
            EventId id = new EventId((long) i << 16, i, i);
            written += segments.add(List.of(id)).segment().count;
        }

        long[] all = java.util.stream.LongStream.range(0, events).toArray();
        assertThat(segments.holding(all)).hasSize(2);
        // log₂ 8192 times each, and once.
        assertThat(written).isLessThanOrEqualTo(14 * events);
    }

    @Test
    void have_room_for_what_is_polled_together() {
        int polled = ConfigProvider.getConfig()
                .getValue("mp.messaging.connector.smallrye-kafka.max.poll.records", Integer.class);

        assertThat(EventSegment.EVENTS_MAX).isGreaterThanOrEqualTo(polled);
    }

    @Test
    void are_at_hand_as_long_as_they_are_not_in_the_database() {
        EventSegments segments = new EventSegments(new ArrayList<>());
        List<EventSegment> added = new ArrayList<>();
        for (int i = 0; i < 3 * EventSegments.LOADED_MAX; i++) {
            List<EventId> events = new ArrayList<>();
            for (int each = 0; each < EventSegment.EVENTS_MAX; each++) {
                events.add(new EventId((long) i << 16, each, i * 10_000L + each));
            }
            added.add(segments.add(events).segment());
        }
        assertThat(added).allMatch(EventSegment::isLoaded);

        added.forEach(EventSegment::store);
        segments.touch(added.get(added.size() - 1));
        assertThat(added.stream().filter(EventSegment::isLoaded)).hasSize(EventSegments.LOADED_MAX);
    }
}
