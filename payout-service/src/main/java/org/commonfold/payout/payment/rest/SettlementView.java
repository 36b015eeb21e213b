package org.commonfold.payout.payment.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.payout.payment.domain.AgreedSettlement;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/** What treasurers say of payments that the bank says nothing of. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettlementView(
        @Schema(
                enumeration = {"paid", "returned"},
                examples = "returned")
        String outcome,

        @Schema(examples = "tess") String proposedBy,
        Instant proposedAt,

        @Schema(description = "From then on it counts", examples = "theo")
        String agreedBy,

        Instant agreedAt) {

    static SettlementView of(AgreedSettlement settlement) {
        return settlement == null
                ? null
                : new SettlementView(
                        settlement.outcome().kebab(),
                        settlement.proposedBy(),
                        settlement.proposedAt(),
                        settlement.agreedBy(),
                        settlement.agreedAt());
    }
}
