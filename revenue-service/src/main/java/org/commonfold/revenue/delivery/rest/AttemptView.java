package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Attempt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

record AttemptView(
        @Schema(examples = "1") int number,

        @Schema(examples = "2026-11-23T09:00:00Z") Instant attemptedAt,

        @Schema(examples = "23") int latencyMillis,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Of the answer; absent when there was none.", examples = "204")
        Integer status,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Why there was no whole answer.")
        String failure,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The first 1024 bytes of the answer's body.")
        String answer) {

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.number(),
                attempt.attemptedAt(),
                attempt.latencyMillis(),
                attempt.status(),
                attempt.failure(),
                attempt.answer());
    }
}
