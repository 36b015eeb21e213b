package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.revenue.delivery.domain.Endpoint;
import org.commonfold.revenue.delivery.domain.EndpointSettings;
import org.commonfold.revenue.delivery.domain.EventTypePattern;
import org.commonfold.revenue.domain.CommonsId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

record EndpointView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000f1")
        UUID endpointId,

        @Schema(examples = "0198c0de-0000-7000-8000-0000000000b1")
        UUID partnerId,

        @Schema(examples = "https://example.org/hooks/commonfold")
        String url,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "Accounting")
        String description,

        @Schema(examples = "[\"revenue.*\", \"contribution.published\"]")
        List<String> eventTypes,

        @Schema(
                description = "None: all commons.",
                examples = "[\"0198c0de-0000-7000-8000-000000000001\"]")
        List<UUID> commonsIds,

        @Schema(examples = "true") boolean signsV1a,

        @Schema(
                description = "What v1a signatures are verified with, the newest first: more than"
                        + " one during a rotation, none without signsV1a.",
                examples = "[\"whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=\"]")
        List<String> publicKeys,

        @Schema(examples = "true") boolean enabled,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The first failure since the last success.")
        Instant failingSince,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Until then it asked for rest, by Retry-After.")
        Instant notBefore,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant disabledAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "By you (paused), because it answered 410 (gone), or because nothing"
                        + " was accepted for five days (failing).",
                enumeration = {"paused", "gone", "failing"})
        String disabledReason,

        @Schema(examples = "2026-11-23T09:00:00Z") Instant createdAt) {

    static EndpointView of(Endpoint endpoint, List<String> publicKeys) {
        EndpointSettings settings = endpoint.settings();
        var disabled = Optional.ofNullable(endpoint.disabled());
        return new EndpointView(
                endpoint.id().value(),
                endpoint.partnerId().value(),
                settings.url(),
                settings.description(),
                settings.eventTypes().stream().map(EventTypePattern::text).toList(),
                settings.commonsIds().stream().map(CommonsId::value).toList(),
                settings.signsV1a(),
                publicKeys,
                endpoint.isEnabled(),
                endpoint.health().failingSince(),
                endpoint.health().notBefore(),
                disabled.map(Endpoint.Disabled::at).orElse(null),
                disabled.map(Endpoint.Disabled::reason).orElse(null),
                endpoint.createdAt());
    }
}
