package org.commonfold.revenue.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record ReceiptRequest(
        @NotNull @Valid AmountJson amount,

        @NotNull
        @Pattern(regexp = References.PATTERN)
        @Schema(description = "The bank's", examples = "transfer 4711")
        String reference) {}
