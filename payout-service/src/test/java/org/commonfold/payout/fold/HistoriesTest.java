package org.commonfold.payout.fold;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.Commonses;
import org.commonfold.payout.fold.domain.Entry;
import org.commonfold.payout.fold.domain.Movement;
import org.commonfold.payout.fold.domain.Posting;
import org.commonfold.payout.fold.domain.RevenueId;
import org.commonfold.payout.fold.domain.Verdict;
import org.commonfold.payout.fold.messaging.CommonsLogReader;
import org.commonfold.payout.fold.messaging.Reading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@DisplayName("In any history")
class HistoriesTest {

    private static final int LENGTH = 200;

    private final CommonsLogReader reader = new CommonsLogReader();

    @RepeatedTest(1000)
    void every_account_of_an_owner_stays_at_nothing_or_above(RepetitionInfo seed) {
        Map<String, BigInteger> accounts = new TreeMap<>();
        for (Movement movement : movements(log(seed))) {
            book(movement.entry(), accounts);
            accounts.forEach((account, micros) -> {
                if (account.startsWith("contributor:") || account.startsWith("treasury:")) {
                    // Debits are positive: what an owner has is a credit.
                    assertThat(micros).as(account).isNotPositive();
                }
            });
        }
    }

    @RepeatedTest(1000)
    void all_accounts_of_a_currency_sum_to_nothing(RepetitionInfo seed) {
        Map<String, BigInteger> sums = new HashMap<>();
        for (Movement movement : movements(log(seed))) {
            Entry entry = movement.entry();
            for (Posting posting : entry.postings()) {
                assertThat(posting.micros()).isNotZero();
                BigInteger micros = BigInteger.valueOf(posting.micros());
                sums.merge(entry.currency(), micros, BigInteger::add);
            }
        }
        assertThat(sums).isNotEmpty();
        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
    }

    @RepeatedTest(1000)
    void a_distribution_hands_out_exactly_the_revenue(RepetitionInfo seed) {
        for (Movement movement : movements(log(seed))) {
            if (movement instanceof Movement.RevenueDistributed distributed) {
                long credited = distributed.entry().postings().stream()
                        .filter(posting -> posting.account().isAccrued())
                        .mapToLong(posting -> -posting.micros())
                        .sum();
                assertThat(credited).isEqualTo(distributed.total().micros());
            }
        }
    }

    @RepeatedTest(1000)
    void a_fully_received_revenue_is_fully_released(RepetitionInfo seed) {
        Map<RevenueId, Long> owed = new HashMap<>();
        Map<RevenueId, Long> kept = new HashMap<>();
        for (Movement movement : movements(log(seed))) {
            RevenueId id = movement.entry().revenueId();
            if (movement instanceof Movement.RevenueDistributed distributed) {
                owed.put(id, distributed.total().micros());
                kept.put(id, distributed.total().micros());
            } else if (movement instanceof Movement.RevenueReleased released) {
                owed.merge(id, -released.received().micros(), Long::sum);
                kept.merge(id, -released.releasedMicros(), Long::sum);
                assertThat(kept.get(id)).isGreaterThanOrEqualTo(owed.get(id));
                assertThat(kept.get(id) == 0).isEqualTo(owed.get(id) == 0);
            }
        }
    }

    @RepeatedTest(50)
    void a_rejected_event_leaves_no_trace(RepetitionInfo seed) {
        List<Vector.Line> log = log(seed);
        List<Verdict> verdicts = verdicts(log);
        List<Vector.Line> accepted = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Accepted) {
                accepted.add(log.get(i));
            }
        }

        assertThat(accepted).hasSizeLessThan(log.size());
        assertThat(verdicts(accepted)).allMatch(verdict -> verdict instanceof Verdict.Accepted);
        assertThat(movements(accepted)).isEqualTo(movements(log));
    }

    @RepeatedTest(20)
    void the_same_log_gets_the_same_verdicts(RepetitionInfo seed) {
        assertThat(verdicts(log(seed))).isEqualTo(verdicts(log(seed)));
    }

    @Test
    void much_is_accepted_and_much_is_rejected() {
        // Else the properties above would say little.
        List<Verdict> verdicts = verdicts(RandomLog.of(1, 5000));
        long rejected = verdicts.stream()
                .filter(verdict -> verdict instanceof Verdict.Rejected)
                .count();

        assertThat(rejected).isBetween(500L, 3500L);
        assertThat(movements(RandomLog.of(1, 5000)))
                .hasAtLeastOneElementOfType(Movement.RevenueDistributed.class)
                .hasAtLeastOneElementOfType(Movement.RevenueReleased.class)
                .hasAtLeastOneElementOfType(Movement.RevenueTakenBack.class);
    }

    private static List<Vector.Line> log(RepetitionInfo seed) {
        return RandomLog.of(seed.getCurrentRepetition(), LENGTH);
    }

    private List<Verdict> verdicts(List<Vector.Line> log) {
        Commonses commonses = new Commonses();
        List<Verdict> verdicts = new ArrayList<>();
        for (Vector.Line line : log) {
            Reading reading = reader.read(line.eventType(), line.id(), line.key(), line.data());
            verdicts.add(commonses.fold(((Reading.Event) reading).event()));
        }
        return verdicts;
    }

    private List<Movement> movements(List<Vector.Line> log) {
        List<Movement> movements = new ArrayList<>();
        for (Verdict verdict : verdicts(log)) {
            if (verdict instanceof Verdict.Accepted accepted) {
                movements.addAll(accepted.movements());
            }
        }
        return movements;
    }

    private static void book(Entry entry, Map<String, BigInteger> accounts) {
        for (Posting posting : entry.postings()) {
            accounts.merge(
                    posting.account().name() + " " + entry.currency(),
                    BigInteger.valueOf(posting.micros()),
                    BigInteger::add);
        }
    }
}
