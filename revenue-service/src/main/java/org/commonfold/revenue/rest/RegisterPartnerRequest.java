package org.commonfold.revenue.rest;

import jakarta.validation.constraints.NotNull;

import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record RegisterPartnerRequest(
        @NotNull @Text(max = 200) @Schema(examples = "Acme Instruments")
        String name) {}
