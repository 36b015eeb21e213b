package org.commonfold.payout.transparency.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.commonfold.payout.fold.RandomLog;
import org.commonfold.payout.fold.Vector;
import org.commonfold.payout.fold.domain.CommonsEvent;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.transparency.domain.DistributionExplanation;
import org.commonfold.payout.transparency.domain.Excerpt;
import org.commonfold.payout.transparency.domain.Explainer;
import org.commonfold.payout.transparency.domain.Past;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

@DisplayName("One commons, folded again from a partition that many share,")
class RefoldTest {

    private static final Excerpt ALL = Excerpt.first(1_000_000);

    /** An entry as it was explained when it was made. */
    private record Explained(
            long offset, CommonsId commons, Movement movement, DistributionExplanation why) {}

    private final List<Explained> explained = new ArrayList<>();
    private final Map<CommonsId, Set<Long>> declarations = new HashMap<>();

    /** Every event twice, the second time as late as can be. */
    private static List<ConsumerRecord<byte[], byte[]>> records(List<Vector.Line> log) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            for (Vector.Line line : log) {
                ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                        "commons.log", 0, records.size(), bytes(line.key()), line.data());
                record.headers().add("ce_id", bytes(line.id()));
                record.headers().add("ce_type", bytes(line.eventType()));
                records.add(record);
            }
        }
        return records;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void explainAsItHappens(List<Vector.Line> log) {
        Map<String, Long> offsets = new HashMap<>();
        for (int i = 0; i < log.size(); i++) {
            offsets.put(log.get(i).id(), (long) i);
        }
        for (Vector.Line line : log) {
            declarations.putIfAbsent(new CommonsId(line.key()), new HashSet<>());
        }
        Past.tell(log, (before, event, movement, line) -> {
            if (event instanceof CommonsEvent.RevenueDeclared) {
                long offset = offsets.get(line.id());
                declarations.get(event.commonsId()).add(offset);
                explained.add(new Explained(
                        offset,
                        event.commonsId(),
                        movement,
                        Explainer.distribution(before, event, movement.entry().postings(), ALL)));
            }
        });
    }

    @RepeatedTest(30)
    void explains_old_entries_as_they_were_explained_then(RepetitionInfo seed) {
        List<Vector.Line> log = RandomLog.of(seed.getCurrentRepetition(), 300);
        List<ConsumerRecord<byte[], byte[]>> records = records(log);
        explainAsItHappens(log);

        for (Explained then : explained) {
            Refold refold = new Refold(then.commons(), null);
            records.subList(0, (int) then.offset()).forEach(record -> fold(refold, record));
            assertThat(explain(refold, then, records)).isEqualTo(then.why());
        }
        assertThat(explained).isNotEmpty();
    }

    @RepeatedTest(30)
    void goes_on_from_where_it_stood(RepetitionInfo seed) {
        List<Vector.Line> log = RandomLog.of(seed.getCurrentRepetition(), 600);
        List<ConsumerRecord<byte[], byte[]>> records = records(log);
        explainAsItHappens(log);
        Map<CommonsId, Refold> refolds = new HashMap<>();

        for (Explained then : explained) {
            Refold refold = refolds.computeIfAbsent(then.commons(), id -> new Refold(id, null));
            records.subList((int) refold.next(), (int) then.offset())
                    .forEach(record -> fold(refold, record));
            assertThat(explain(refold, then, records)).isEqualTo(then.why());
        }
    }

    private void fold(Refold refold, ConsumerRecord<byte[], byte[]> record) {
        refold.fold(record, declarations.get(refold.commonsId()));
    }

    private static DistributionExplanation explain(
            Refold refold, Explained then, List<ConsumerRecord<byte[], byte[]>> records) {
        ConsumerRecord<byte[], byte[]> record = records.get((int) then.offset());
        return Explainer.distribution(
                refold.commons().orElseThrow(),
                refold.events().event(record).orElseThrow(),
                then.movement().entry().postings(),
                ALL);
    }

    @Test
    void leaves_out_a_declaration_that_made_no_entry() {
        String declared = "{\"commonsId\": \"lab\", \"revenueId\": \"r\", \"partnerId\": \"acme\","
                + " \"amount\": {\"value\": \"1\", \"currency\": \"EUR\"}}";
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>("commons.log", 0, 7, bytes("lab"), bytes(declared));
        record.headers().add("ce_id", bytes("e7"));
        record.headers().add("ce_type", bytes("org.commonfold.RevenueDeclared.v1"));
        CommonsId lab = new CommonsId("lab");

        // Declared before, to another commons: the ledger knows.
        assertThat(new CommonsEvents(lab).next(record, Set.of(6L))).isEmpty();
        assertThat(new CommonsEvents(lab).next(record, Set.of(7L))).isPresent();
    }

    @Test
    void is_kept_for_whoever_asks_next_and_goes_first_when_it_was_used_longest_ago() {
        KeptRefolds kept = new KeptRefolds(2 * Refold.SIZE_MIN + 3);
        Refold lab = folded("lab", 2);
        kept.putBack(lab);

        assertThat(kept.take(new CommonsId("lab"), null, 1)).as("has passed it").isNotSameAs(lab);
        assertThat(kept.take(new CommonsId("workshop"), null, 9)).isNotSameAs(lab);
        assertThat(kept.take(new CommonsId("lab"), null, 2)).isSameAs(lab);
        assertThat(kept.take(new CommonsId("lab"), null, 2)).as("is taken").isNotSameAs(lab);

        kept.putBack(lab);
        Refold workshop = folded("workshop", 1);
        kept.putBack(workshop);
        assertThat(kept.count()).as("at the limit").isEqualTo(2);
        Refold bench = folded("bench", 1);
        kept.putBack(bench);
        assertThat(kept.count()).as("one past it").isEqualTo(2);
        assertThat(kept.take(new CommonsId("lab"), null, 9)).isNotSameAs(lab);
        assertThat(kept.take(new CommonsId("workshop"), null, 9)).isSameAs(workshop);
        Refold large = folded("large", 100);
        kept.putBack(large);
        assertThat(kept.take(new CommonsId("large"), null, 100)).isSameAs(large);
    }

    private static Refold folded(String commons, int events) {
        Refold refold = new Refold(new CommonsId(commons), null);
        for (int i = 0; i < events; i++) {
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>("commons.log", 0, i, bytes(commons), bytes("{}"));
            record.headers().add("ce_id", bytes(commons + i));
            refold.fold(record, Set.of());
        }
        return refold;
    }
}
