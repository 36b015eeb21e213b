package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.commonfold.revenue.delivery.domain.Attempt;
import org.commonfold.revenue.delivery.domain.Delivery;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record DeliveryDetailView(
        @JsonUnwrapped DeliveryView delivery,

        @Schema(
                description = "What is sent, to the letter: signatures are of these bytes.",
                examples =
                        "{\"type\":\"revenue.distributed\",\"timestamp\":\"2026-11-23T09:00:00Z\","
                                + "\"data\":{}}")
        String body,

        List<AttemptView> attempts) {

    static DeliveryDetailView of(Delivery delivery, List<Attempt> attempts) {
        return new DeliveryDetailView(
                DeliveryView.of(delivery),
                delivery.body(),
                attempts.stream().map(AttemptView::of).toList());
    }
}
