package org.commonfold.revenue.delivery.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.kit.problem.Text;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.UUID;

record CreateEndpointRequest(
        @NotNull
        @Size(max = EndpointSettings.URL_LENGTH_MAX)
        @Pattern(regexp = EndpointFields.URL_PATTERN)
        @Schema(
                description = "https, a public address, port 443 or 8443, no user, no fragment.",
                examples = "https://example.org/hooks/commonfold")
        String url,

        @Text(max = EndpointSettings.DESCRIPTION_LENGTH_MAX) @Schema(examples = "Accounting")
        String description,

        @NotNull
        @Size(min = 1, max = EndpointSettings.EVENT_TYPES_MAX)
        @Schema(
                description = "Types of GET /v1/event-types, or patterns of them.",
                examples = "[\"revenue.*\", \"contribution.published\"]")
        List<@NotNull @Pattern(regexp = EndpointFields.EVENT_TYPE_PATTERN) String> eventTypes,

        @Size(max = EndpointSettings.COMMONS_MAX)
        @Schema(
                description = "Only what happens there; none is all commons.",
                examples = "[\"0198c0de-0000-7000-8000-000000000001\"]")
        List<@NotNull UUID> commonsIds,

        @Schema(description = "Whether messages are signed with Ed25519 too.", examples = "true")
        Boolean signsV1a) {

    EndpointSettings toSettings() {
        return new EndpointSettings(
                url,
                description,
                EndpointFields.eventTypes(eventTypes),
                commonsIds == null ? List.of() : EndpointFields.commonsIds(commonsIds),
                Boolean.TRUE.equals(signsV1a));
    }
}
