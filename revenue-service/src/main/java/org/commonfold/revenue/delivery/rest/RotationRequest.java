package org.commonfold.revenue.delivery.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RotationRequest(
        @Schema(
                description = "Whether the former secrets sign nothing from now on, instead of"
                        + " another day: for one that has leaked.",
                examples = "true")
        Boolean revokesFormer) {}
