package org.commonfold.payout.payment.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;

record PayoutRunRequest(
        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(examples = "EUR")
        String currency,

        @NotNull
        @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,6})?")
        @Schema(description = "Who has less available is not paid yet", examples = "10.00")
        String minimum,

        @NotNull @Schema(examples = "2026-12-01") LocalDate executionDate) {}
