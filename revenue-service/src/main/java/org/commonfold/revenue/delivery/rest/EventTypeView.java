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
        @Schema(type = SchemaType.OBJECT, description = "A whole body.", examples = """
                        {"type": "contribution.withdrawn", "timestamp": "2026-11-23T09:08:00.75Z",
                         "data": {
                             "commonsId": "0198c0de-0000-7000-8000-000000000001",
                             "contributionId": "0198c0de-0000-7000-8000-0000000000c1",
                             "withdrawnAt": "2026-11-23T09:08:00.75Z",
                             "link": "/v1/contributions/0198c0de-0000-7000-8000-0000000000c1"}}""")
        String sample) {}
