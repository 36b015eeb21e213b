package org.commonfold.revenue.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

record ReceiptRequest(
        @NotNull @Valid AmountJson amount,
        @NotNull @Pattern(regexp = References.PATTERN) String reference) {}
