package org.commonfold.revenue.delivery.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record EventTypeView(
        @Schema(examples = "contribution.withdrawn") String type,

        @Schema(examples = "A work was withdrawn.") String description,

        @Schema(
                description = "Whether every partner may be told, or only the one whose it is.",
                examples = "true")
        boolean isPublic,

        @Schema(
                description = "The id of the JSON Schema of the whole body.",
                examples = "https://commonfold.org/contracts/webhooks/contribution.withdrawn/"
                        + "v1.schema.json")
        String schema,

        @JsonRawValue
        @Schema(
                type = SchemaType.OBJECT,
                description = "A whole body.",
                examples = "{\"type\": \"contribution.withdrawn\"}")
        String sample) {}
