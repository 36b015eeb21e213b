package org.commonfold.contribution.rest;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

record CloseNeedRequest(
        @NotNull
        @Schema(
                description = "The work that met the need.",
                examples = "0198c0de-0000-7000-8000-0000000000c2")
        UUID contributionId) {}
