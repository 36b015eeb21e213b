package org.commonfold.revenue.rest;

import org.commonfold.kit.problem.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record VoidingRequest(
        @Text(max = 500)
        @Schema(
                description = "For the partner and the treasurers: it is in no event",
                examples = "Declared twice, see invoice 2026-10")
        String reason) {}
