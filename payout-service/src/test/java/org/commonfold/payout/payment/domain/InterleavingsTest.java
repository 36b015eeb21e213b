package org.commonfold.payout.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Posting;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Several runs over the same people, their steps in any order, some lost before they commit. */
@DisplayName("However the steps of payout runs interleave")
class InterleavingsTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Terms TERMS = new Terms(EUR, 10_000, LocalDate.parse("2026-12-01"));
    private static final Debtor DEBTOR =
            new Debtor(new Holder("Us"), new Iban("NL91ABNA0417164300"), null);
    private static final String[] STATUSES = {"ACSC", "ACSP", "RJCT", "PDNG", "CANC"};
    private static final int PEOPLE = 6;
    private static final int STEPS = 80;

    private final Reserving reserving = new Reserving();
    private final Settling settling = new Settling();

    /** What is committed. */
    private final Map<String, Long> accounts = new HashMap<>();

    private final List<PayoutRun> runs = new ArrayList<>();
    private final Map<PayoutId, Payout> payouts = new LinkedHashMap<>();
    private final Map<PayoutRunId, List<PayoutId>> ofRun = new HashMap<>();
    private final Set<UUID> entries = new HashSet<>();
    private Random random;
    private long funded;

    @RepeatedTest(2000)
    void nobody_is_paid_twice_and_no_balance_is_negative(RepetitionInfo seed) {
        random = new Random(seed.getCurrentRepetition());
        for (int i = 0; i < STEPS; i++) {
            step();
            accounts.forEach((account, micros) -> assertThat(micros).as(account).isNotNegative());
            assertThat(accounts.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(funded);
        }
        assertThat(sumOf(".reserved")).isEqualTo(sumOf(Payout.State.RESERVED));
        assertThat(sumOf(".paid")).isEqualTo(sumOf(Payout.State.PAID));
    }

    private void step() {
        switch (random.nextInt(7)) {
            case 0 -> fund();
            case 1 -> prepare();
            case 2 -> change(this::approve);
            case 3 -> change(this::cancel);
            case 4 ->
                change(run -> run.fetchFile(NOON)
                        .fold(fetched -> commit(fetched, nothing()), () -> null, reason -> null));
            case 5 -> change(this::settle);
            default -> change(this::report);
        }
    }

    private static Settled nothing() {
        return new Settled(List.of(), List.of());
    }

    private void fund() {
        long micros = random.nextInt(2_000_000);
        accounts.merge(
                "c" + random.nextInt(3) + "/p" + random.nextInt(PEOPLE) + ".available",
                micros,
                Long::sum);
        funded += micros;
    }

    private void prepare() {
        PayoutRun run = PayoutRun.prepared(new PayoutRunId(uuid()), TERMS, "tess", NOON);
        List<PayoutId> ids = new ArrayList<>();
        available().forEach((who, purses) -> {
            long micros = MinorUnits.payable(Draw.sum(purses), EUR);
            if (micros >= TERMS.minimumMicros()) {
                Payout payout = Payout.prepared(new PayoutId(uuid()), who, micros);
                payouts.put(payout.id(), payout);
                ids.add(payout.id());
            }
        });
        runs.add(run);
        ofRun.put(run.id(), ids);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Map<ContributorId, List<Draw>> available() {
        Map<ContributorId, List<Draw>> available = new HashMap<>();
        accounts.forEach((account, micros) -> {
            if (account.endsWith(".available") && micros > 0) {
                String[] parts = account.replace(".available", "").split("/");
                available
                        .computeIfAbsent(new ContributorId(parts[1]), who -> new ArrayList<>())
                        .add(new Draw(new CommonsId(parts[0]), micros));
            }
        });
        return available;
    }

    private void change(Function<PayoutRun, Object> step) {
        if (!runs.isEmpty()) {
            step.apply(runs.get(random.nextInt(runs.size())));
        }
    }

    private List<Payout> payoutsOf(PayoutRun run) {
        return ofRun.get(run.id()).stream().map(payouts::get).toList();
    }

    private Object approve(PayoutRun run) {
        return run.approve(random.nextBoolean() ? "theo" : "tess", NOON)
                .fold(
                        approved -> {
                            Map<Payout, Boolean> prepared = new LinkedHashMap<>();
                            payoutsOf(run).forEach(one -> prepared.put(one, random.nextInt(9) > 0));
                            return reserving
                                    .reserve("EUR", prepared, available())
                                    .fold(
                                            settled -> commit(approved, settled),
                                            () -> null,
                                            reason -> null);
                        },
                        () -> null,
                        reason -> null);
    }

    private Object cancel(PayoutRun run) {
        return run.cancel(NOON)
                .fold(
                        cancelled -> commit(cancelled, reserving.cancel("EUR", payoutsOf(run))),
                        () -> null,
                        reason -> null);
    }

    private Object report(PayoutRun run) {
        if (run.state() != PayoutRun.State.FETCHED) {
            return null;
        }
        List<StatusReport.Line> lines = new ArrayList<>();
        for (Payout payout : payoutsOf(run)) {
            if (random.nextInt(3) == 0) {
                lines.add(new StatusReport.Line(
                        payout.id().endToEndId(), status(), "AC04", null, null));
            }
        }
        String group = random.nextInt(4) == 0 ? status() : null;
        String instruction = random.nextInt(6) == 0 ? status() : null;
        List<StatusReport.Level> levels = List.of(
                new StatusReport.Level(run.id().reference(), null, null, instruction, null),
                new StatusReport.Level(null, null, null, group, null));
        StatusReport report = new StatusReport("m", run.id().reference(), levels, lines);
        PaymentFile file = PaymentFile.of(run, DEBTOR, List.of());
        Settlement settlement = settling.settle(report, file, payoutsOf(run));
        return settlement.errors().isEmpty() ? commit(run, settlement.settled()) : null;
    }

    private Object settle(PayoutRun run) {
        Payout.State outcome = random.nextBoolean() ? Payout.State.PAID : Payout.State.RETURNED;
        return run.settle(outcome, random.nextBoolean() ? "theo" : "tess", NOON)
                .fold(
                        said -> commit(
                                said,
                                said.settlement().isAgreed()
                                        ? settling.agreed(said, payoutsOf(run)).settled()
                                        : nothing()),
                        () -> null,
                        reason -> null);
    }

    private String status() {
        return STATUSES[random.nextInt(STATUSES.length)];
    }

    /** Or not: the process may end before. */
    private Object commit(PayoutRun run, Settled settled) {
        if (random.nextInt(5) == 0) {
            return null;
        }
        runs.replaceAll(one -> one.id().equals(run.id()) ? run : one);
        settled.payouts().forEach(payout -> payouts.put(payout.id(), payout));
        for (PayoutMovement movement : settled.movements()) {
            assertThat(entries.add(movement.entryId())).as("booked once").isTrue();
            for (Posting posting : movement.entry().postings()) {
                String account = movement.commonsId() + "/" + movement.contributorId() + "."
                        + posting.account().kind();
                // Debits are positive: what an owner has is a credit.
                accounts.merge(account, -posting.micros(), Long::sum);
            }
        }
        return run;
    }

    private long sumOf(String kind) {
        return accounts.entrySet().stream()
                .filter(account -> account.getKey().endsWith(kind))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long sumOf(Payout.State state) {
        return payouts.values().stream()
                .filter(payout -> payout.state() == state)
                .mapToLong(Payout::micros)
                .sum();
    }
}
