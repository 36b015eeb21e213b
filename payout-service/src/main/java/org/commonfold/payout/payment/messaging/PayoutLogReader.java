package org.commonfold.payout.payment.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.commonfold.kit.eventstore.CloudEvents;
import org.commonfold.payout.fold.domain.CommonsId;
import org.commonfold.payout.fold.domain.ContributorId;
import org.commonfold.payout.fold.domain.Money;
import org.commonfold.payout.payment.application.BookedMovement;
import org.commonfold.payout.payment.application.LoggedMovement;
import org.commonfold.payout.payment.domain.Draw;
import org.commonfold.payout.payment.domain.PayoutId;
import org.commonfold.payout.payment.domain.PayoutMovement;
import org.commonfold.payout.payment.domain.PayoutRun;
import org.commonfold.payout.payment.domain.PayoutRunId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Reads back what we have told of payouts. All of it is ours: what cannot be read is a bug. */
public final class PayoutLogReader {

    private static final JsonMapper JSON = new JsonMapper();

    /** Empty when it is about something else than a payout. */
    public Optional<LoggedMovement> read(String type, byte[] value) {
        if (type == null || !type.startsWith(CloudEvents.TYPE_PREFIX + "Payout")) {
            return Optional.empty();
        }
        JsonNode data = parse(value);
        return switch (type.substring(CloudEvents.TYPE_PREFIX.length())) {
            case PayoutReservedV1.TYPE -> Optional.of(logged(reserved(data), data, "reservedAt"));
            case PayoutPaidV1.TYPE -> Optional.of(logged(paid(data), data, "paidAt"));
            case PayoutReturnedV1.TYPE -> Optional.of(logged(returned(data), data, "returnedAt"));
            default -> Optional.empty();
        };
    }

    private static JsonNode parse(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException bug) {
            throw new UncheckedIOException(bug);
        }
    }

    private static LoggedMovement logged(PayoutMovement movement, JsonNode data, String at) {
        BookedMovement booked = new BookedMovement(
                movement,
                data.path("entrySequence").asLong(),
                Instant.parse(data.path(at).asText()));
        return new LoggedMovement(booked, run(data));
    }

    private static Optional<PayoutRun> run(JsonNode data) {
        return Optional.of(data.path("run")).filter(JsonNode::isObject).map(run -> {
            UUID id = UUID.fromString(data.path("runId").asText());
            return PayoutRunV1.read(new PayoutRunId(id), run);
        });
    }

    private static PayoutMovement reserved(JsonNode data) {
        return new PayoutMovement.Reserved(payout(data), whose(data), draw(data), currency(data));
    }

    private static PayoutMovement paid(JsonNode data) {
        return new PayoutMovement.Paid(payout(data), whose(data), draw(data), currency(data));
    }

    private static PayoutMovement returned(JsonNode data) {
        return new PayoutMovement.Returned(
                payout(data),
                whose(data),
                draw(data),
                currency(data),
                data.path("wasPaid").asBoolean(),
                data.path("reason").asText(),
                data.path("bankReason").textValue());
    }

    private static PayoutId payout(JsonNode data) {
        return new PayoutId(UUID.fromString(data.path("payoutId").asText()));
    }

    private static ContributorId whose(JsonNode data) {
        return new ContributorId(data.path("contributorId").asText());
    }

    private static Draw draw(JsonNode data) {
        String value = data.path("amount").path("value").asText();
        long micros = Money.parse(value, currency(data)).orElseThrow().micros();
        return new Draw(new CommonsId(data.path("commonsId").asText()), micros);
    }

    private static String currency(JsonNode data) {
        return data.path("amount").path("currency").asText();
    }
}
