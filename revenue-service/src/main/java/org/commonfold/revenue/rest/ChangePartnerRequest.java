package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ChangePartnerRequest(
        @NotNull
        @Schema(
                description = "Whether the public summary of a commons may name it",
                examples = "true")
        Boolean publishesRevenue) {}
