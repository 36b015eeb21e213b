package org.commonfold.payout.payment.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record SettlementRequest(
        @NotNull
        @Pattern(regexp = "paid|returned")
        @Schema(description = "What became of the payments still reserved", examples = "returned")
        String outcome) {}
