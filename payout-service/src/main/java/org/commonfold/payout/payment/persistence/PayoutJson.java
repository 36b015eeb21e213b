package org.commonfold.payout.payment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.domain.Payout;

import java.util.List;
import java.util.UUID;

/** Payouts as the statements take them: however many, in one parameter. */
@ApplicationScoped
class PayoutJson {

    private final ObjectMapper json;

    /** As the statements name their columns. */
    private record PayoutColumns(
            UUID payout_id, String contributor_id, long micros, String state, String reason) {}

    private record DrawColumns(UUID payout_id, String commons_id, long micros) {}

    PayoutJson(ObjectMapper json) {
        this.json = json;
    }

    String payouts(List<Payout> payouts) {
        return write(payouts.stream().map(PayoutJson::columns).toList());
    }

    String draws(List<Payout> payouts) {
        return write(payouts.stream()
                .flatMap(payout -> payout.draws().stream()
                        .map(draw -> new DrawColumns(
                                payout.id().value(), draw.commonsId().value(), draw.micros())))
                .toList());
    }

    private static PayoutColumns columns(Payout payout) {
        return new PayoutColumns(
                payout.id().value(),
                payout.contributorId().value(),
                payout.micros(),
                payout.state().kebab(),
                payout.reason());
    }

    private String write(List<?> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
