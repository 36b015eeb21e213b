package org.commonfold.revenue.delivery.rest;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

record RecoveryRequest(
        @NotNull
        @Schema(
                description = "Since when it failed: at most 14 days back.",
                examples = "2026-11-23T09:00:00Z")
        Instant since) {}
