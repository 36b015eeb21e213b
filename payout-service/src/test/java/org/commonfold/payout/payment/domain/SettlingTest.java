package org.commonfold.payout.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.domain.Payout.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@DisplayName("Taking a bank's report")
class SettlingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Terms TERMS =
            new Terms(Currency.getInstance("EUR"), 10_000, LocalDate.parse("2026-12-01"));
    private static final PayoutRun RUN =
            PayoutRun.prepared(new PayoutRunId(new UUID(0, 7)), TERMS, "tess", NOON);
    private static final PaymentFile FILE = new PaymentFile(
            RUN,
            new Debtor(new Holder("Us"), new Iban("NL91ABNA0417164300"), null),
            2,
            BigDecimal.valueOf(25_000_000));

    private final List<StatusReport.Level> levels = new ArrayList<>();
    private final List<StatusReport.Line> lines = new ArrayList<>();

    private static Payout payout(int number, State state) {
        return new Payout(
                new PayoutId(new UUID(0, number)),
                new ContributorId("p" + number),
                12_500_000,
                state,
                null,
                List.of(new Draw(new CommonsId("c"), 12_500_000)));
    }

    private SettlingTest group(String status) {
        levels.add(new StatusReport.Level(null, null, null, status, null));
        return this;
    }

    private SettlingTest instruction(String status, String reason) {
        levels.add(new StatusReport.Level(FILE.messageId(), null, null, status, reason));
        return this;
    }

    private SettlingTest line(int number, String status, String reason) {
        String id = new PayoutId(new UUID(0, number)).endToEndId();
        lines.add(new StatusReport.Line(id, status, reason, null, null));
        return this;
    }

    private Settlement taken(State... states) {
        List<Payout> payouts = new ArrayList<>();
        for (State state : states) {
            payouts.add(payout(payouts.size() + 1, state));
        }
        String file = RUN.id().reference();
        return new Settling().settle(new StatusReport("m", file, levels, lines), FILE, payouts);
    }

    private static void assertStates(Settlement settlement, State... states) {
        assertThat(settlement.errors()).isEmpty();
        assertThat(settlement.settled().payouts())
                .extracting(Payout::state)
                .containsExactly(states);
    }

    @Test
    void of_a_whole_file_that_came_back_takes_back_what_was_paid() {
        Settlement settlement = group("RJCT").taken(State.PAID, State.RESERVED);

        assertStates(settlement, State.RETURNED, State.RETURNED);
        assertThat(settlement.settled().movements())
                .extracting(movement -> ((PayoutMovement.Returned) movement).wasPaid())
                .containsExactly(true, false);
    }

    @Test
    void believes_the_instruction_before_the_file_around_it() {
        assertStates(instruction("PDNG", null).group("ACSP").taken(State.RESERVED));
        levels.clear();
        assertStates(instruction("ACSP", null).group("PDNG").taken(State.RESERVED), State.PAID);
    }

    @Test
    void believes_a_line_before_both() {
        Settlement settlement = group("ACSP")
                .instruction("ACSC", null)
                .line(2, "RJCT", "AC04")
                .taken(State.RESERVED, State.RESERVED);

        assertStates(settlement, State.PAID, State.RETURNED);
        assertThat(settlement.settled().payouts().get(1).reason()).isEqualTo("AC04");
    }

    @ParameterizedTest
    @CsvSource({"ACSP, RJCT", "RJCT, ACSC", "CANC, ACCC"})
    void is_refused_when_instruction_and_file_contradict_each_other(String one, String other) {
        Settlement settlement = instruction(one, null).group(other).taken(State.RESERVED);

        assertThat(settlement.errors()).extracting(ReportError::place).containsExactly("PmtInfSts");
        assertThat(settlement.settled().movements()).isEmpty();
    }

    @Test
    void takes_a_line_without_a_status_to_have_that_of_its_instruction() {
        Settlement settlement = instruction("RJCT", "MS03")
                .line(1, null, "AC04")
                .line(2, null, null)
                .taken(State.RESERVED, State.RESERVED);

        assertStates(settlement, State.RETURNED, State.RETURNED);
        assertThat(settlement.settled().payouts())
                .extracting(Payout::reason)
                .containsExactly("AC04", "MS03");
        levels.clear();
        assertStates(taken(State.RESERVED, State.RESERVED));
    }

    @Test
    void is_refused_when_it_says_paid_of_nothing_but_what_was_returned() {
        group("ACSC");
        assertThat(taken(State.RETURNED, State.RETURNED).errors()).hasSize(1);
        assertStates(taken(State.RETURNED, State.RESERVED), State.PAID);
    }

    @Test
    void counts_of_how_many_it_said_nothing_new() {
        Settlement settlement =
                group("ACSC").taken(State.RESERVED, State.PAID, State.RETURNED, State.CANCELLED);

        assertThat(settlement.paid()).isOne();
        assertThat(settlement.returned()).isZero();
        assertThat(settlement.unchanged()).isEqualTo(2);
    }

    /** All of ExternalPaymentTransactionStatus1Code, and PART, which is of groups. */
    @ParameterizedTest
    @CsvSource({
        "PAID, ACSP ACSC ACCC ACWP ACPD CPUC",
        "PENDING, RCVD PDNG ACTC ACCP ACFC ACWC PART PATC ACIS BLCK PRES",
        "RETURNED, RJCT CANC",
    })
    void knows_every_code_of_iso_20022(BankVerdict verdict, String codes) {
        assertThat(codes.split(" "))
                .allSatisfy(code -> assertThat(BankVerdict.of(code)).hasValue(verdict));
        assertThat(BankVerdict.of("HUGO")).isEqualTo(Optional.empty());
    }
}
