package org.commonfold.revenue.delivery.rest;

import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

record TestRequest(
        @Pattern(regexp = EndpointFields.EVENT_TYPE_PATTERN)
        @Schema(
                description = "One of GET /v1/event-types; without it, the first of them that the"
                        + " endpoint wants.",
                examples = "revenue.distributed")
        String eventType) {

    static final TestRequest OF_ANY_TYPE = new TestRequest(null);
}
