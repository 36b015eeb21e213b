package org.commonfold.rating.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.commonfold.kit.identity.Caller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record InvitationRequest(
        @NotNull @Pattern(regexp = Caller.ID_PATTERN) @Schema(examples = "carol")
        String raterId) {}
