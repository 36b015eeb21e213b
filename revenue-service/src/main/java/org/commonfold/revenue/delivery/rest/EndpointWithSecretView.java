package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

record EndpointWithSecretView(
        @JsonUnwrapped EndpointView endpoint,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000a7")
        UUID secretId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Shown only here: what v1 signatures are verified with. Absent when"
                        + " this answer is repeated after the secret has expired.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        String secret) {}
