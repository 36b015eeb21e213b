package org.commonfold.payout.payment.messaging;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import org.commonfold.kit.testing.EventContract;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.domain.Draw;
import org.commonfold.payout.payment.domain.PayoutId;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;
import org.commonfold.payout.payment.domain.Terms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

@DisplayName("The contracts of payouts")
class PayoutContractTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final PayoutId PAYOUT =
            new PayoutId(UUID.fromString("0198c0de-0000-7000-8000-0000000000f1"));
    private static final PayoutRun RUN = new PayoutRun(
            new PayoutRunId(UUID.fromString("0198c0de-0000-7000-8000-0000000000f0")),
            new Terms(Currency.getInstance("EUR"), 10_000_000, LocalDate.of(2026, 11, 24)),
            PayoutRun.State.APPROVED,
            "tess",
            NOON.minusSeconds(600),
            "theo",
            NOON,
            null,
            null,
            null,
            0);
    private static final ContributorId ADA = new ContributorId("ada");
    private static final Draw DRAW =
            new Draw(new CommonsId("0198c0de-0000-7000-8000-000000000001"), 250_000_000);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static List<PayoutMovement> movements() {
        return List.of(
                new PayoutMovement.Reserved(PAYOUT, ADA, DRAW, "EUR"),
                new PayoutMovement.Paid(PAYOUT, ADA, DRAW, "EUR"),
                new PayoutMovement.Returned(PAYOUT, ADA, DRAW, "EUR", false, "cancelled", null),
                new PayoutMovement.Returned(
                        PAYOUT, ADA, DRAW, "EUR", true, "bank-rejected", "AC04"));
    }

    @ParameterizedTest
    @MethodSource("movements")
    void are_kept_by_what_we_say(PayoutMovement movement) throws IOException {
        String name = "Payout" + movement.getClass().getSimpleName();
        new EventContract(name)
                .assertKeptBy(JSON.writeValueAsBytes(
                        OutboxPayoutEvents.newEvent(RUN, new BookedMovement(movement, 7, NOON))
                                .data()));
    }
}
