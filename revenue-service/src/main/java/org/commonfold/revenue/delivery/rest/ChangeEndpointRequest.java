package org.commonfold.revenue.delivery.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.commonfold.kit.problem.Text;
import org.commonfold.revenue.delivery.application.EndpointChange;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

record ChangeEndpointRequest(
        @Size(max = EndpointSettings.URL_LENGTH_MAX)
        @Pattern(regexp = EndpointFields.URL_PATTERN)
        @Schema(examples = "https://example.org/hooks/commonfold")
        String url,

        @Size(max = EndpointSettings.DESCRIPTION_LENGTH_MAX)
        @Pattern(regexp = Text.LINE_PART + "*", message = "must be one line of text")
        @Schema(description = "Empty: none from now on.", examples = "Accounting")
        String description,

        @Size(min = 1, max = EndpointSettings.EVENT_TYPES_MAX) @Schema(examples = "[\"revenue.*\"]")
        List<@NotNull @Pattern(regexp = EndpointFields.EVENT_TYPE_PATTERN) String> eventTypes,

        @Size(max = EndpointSettings.COMMONS_MAX)
        @Schema(examples = "[\"0198c0de-0000-7000-8000-000000000001\"]")
        List<@NotNull UUID> commonsIds,

        @Schema(
                description = "Whether messages are signed with Ed25519 too: from now on with a new"
                        + " key, or not any more.",
                examples = "true")
        Boolean signsV1a,

        @Schema(
                description = "Whether anything is sent to it. What is pending when it is"
                        + " disabled is cancelled; a recovery sends it after all.",
                examples = "true")
        Boolean enabled) {

    EndpointChange toChange() {
        return new EndpointChange(
                Optional.ofNullable(url),
                Optional.ofNullable(description),
                Optional.ofNullable(eventTypes).map(EndpointFields::eventTypes),
                Optional.ofNullable(commonsIds).map(EndpointFields::commonsIds),
                Optional.ofNullable(signsV1a),
                Optional.ofNullable(enabled));
    }
}
