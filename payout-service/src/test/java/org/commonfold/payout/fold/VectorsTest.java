package org.commonfold.payout.fold;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.Verdict;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

@DisplayName("Folding a test vector")
class VectorsTest {

    private final CommonsLogReader reader = new CommonsLogReader();
    private final Commonses commonses = new Commonses();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> rejected = new TreeSet<>();
    private final Map<String, BigDecimal[]> balances = new TreeMap<>();

    static List<Vector> vectors() {
        return Vector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void gives_exactly_its_balances_and_rejects_exactly_its_rejected(Vector vector) {
        vector.log().forEach(this::fold);

        assertThat(rejected).isEqualTo(vector.rejected());
        assertThat(rows()).isEqualTo(vector.balances());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void gives_the_same_when_delivered_twice(Vector vector) {
        vector.log().forEach(this::fold);
        vector.log().forEach(this::fold);

        assertThat(rejected).isEqualTo(vector.rejected());
        assertThat(rows()).isEqualTo(vector.balances());
    }

    private void fold(Vector.Line line) {
        if (!seen.add(line.id())) {
            return;
        }
        Reading reading = reader.read(line.eventType(), line.id(), line.key(), line.data());
        if (reading instanceof Reading.Unreadable) {
            rejected.add(line.id());
        }
        if (reading instanceof Reading.Event event) {
            Verdict verdict = commonses.fold(event.event());
            if (verdict instanceof Verdict.Accepted accepted) {
                accepted.movements().stream().map(Movement::entry).forEach(this::book);
            } else {
                rejected.add(line.id());
            }
        }
    }

    private void book(Entry entry) {
        for (Posting posting : entry.postings()) {
            int column = posting.account().isAccrued() ? 0 : 1;
            if (posting.account().isAccrued() || posting.account().isAvailable()) {
                String row = posting.account().owner() + " " + entry.currency();
                BigDecimal[] both = balances.computeIfAbsent(
                        row, none -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO});
                both[column] = both[column].subtract(BigDecimal.valueOf(posting.micros()));
            }
        }
    }

    private List<String> rows() {
        return balances.entrySet().stream()
                .filter(row -> row.getValue()[0].signum() != 0 || row.getValue()[1].signum() != 0)
                .map(row -> String.join(
                        " ",
                        row.getKey(),
                        Money.decimal(row.getValue()[0]),
                        Money.decimal(row.getValue()[1])))
                .sorted()
                .toList();
    }
}
