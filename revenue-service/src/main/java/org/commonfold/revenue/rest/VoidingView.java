package org.commonfold.revenue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.domain.RevenueEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/** That a revenue was voided. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VoidingView(
        @Schema(examples = "2026-11-23T09:00:00Z") Instant voidedAt,

        @Schema(description = "By the id of the token; unknown of old ones", examples = "tess")
        String voidedBy,

        @Schema(examples = "Declared twice, see invoice 2026-10")
        String reason) {

    static VoidingView of(RevenueEvent.Voided voided) {
        return voided == null ? null : new VoidingView(voided.at(), voided.by(), voided.reason());
    }
}
