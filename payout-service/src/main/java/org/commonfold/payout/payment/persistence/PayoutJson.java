package org.commonfold.payout.payment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.payout.payment.domain.Payout;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Payouts as the statements take them: however many, in one parameter. */
@ApplicationScoped
class PayoutJson {

    private final ObjectMapper json;

    /** As the statements name their columns. */
    private record PayoutColumns(
            UUID payout_id, String contributor_id, long micros, String state, String reason) {}

    private record PreparedColumns(
            UUID payout_id, String contributor_id, long available_micros, long micros) {}

    private record DrawColumns(UUID payout_id, String commons_id, long micros) {}

    PayoutJson(ObjectMapper json) {
        this.json = json;
    }

    String payouts(List<Payout> payouts) {
        return write(payouts.stream().map(PayoutJson::columns).toList());
    }

    /** With what was available to each payee. */
    String prepared(Map<Payout, Long> payouts) {
        return write(payouts.entrySet().stream()
                .map(one -> new PreparedColumns(
                        one.getKey().id().value(),
                        one.getKey().contributorId().value(),
                        one.getValue(),
                        one.getKey().micros()))
                .toList());
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
