package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.UUID;

record DeliveryView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000f2")
        UUID deliveryId,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000f1")
        UUID endpointId,

        @Schema(
                description = "The header webhook-id, the same at every attempt.",
                examples = "0198c0de-0000-7000-8000-0000000000f3")
        String messageId,

        @Schema(examples = "revenue.distributed") String eventType,

        @Schema(
                description = "Cancelled: the endpoint was disabled before it arrived.",
                enumeration = {"pending", "succeeded", "failed", "cancelled"},
                examples = "succeeded")
        String outcome,

        @Schema(examples = "1") int attemptCount,

        @Schema(examples = "2026-11-23T09:00:00Z") Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Not before.")
        Instant nextAttemptAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "When it first arrived.", examples = "2026-11-23T09:00:01Z")
        Instant succeededAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id().value(),
                delivery.endpointId().value(),
                delivery.messageId(),
                delivery.eventType(),
                delivery.state().wireName(),
                delivery.attemptCount(),
                delivery.createdAt(),
                delivery.nextAttemptAt(),
                delivery.succeededAt());
    }
}
