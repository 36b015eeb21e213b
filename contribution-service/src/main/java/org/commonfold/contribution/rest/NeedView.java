package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.Need;
import org.commonfold.contribution.domain.NeedFulfilment;
import org.commonfold.contribution.domain.NeedState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

record NeedView(
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000d1")
        UUID needId,

        @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
        UUID commonsId,

        @Schema(examples = "Calibrate the grating mount") String title,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "To a tenth of a degree.")
        String description,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "science")
        String kind,

        @Schema(examples = "[\"optics\", \"data-analysis\"]")
        List<String> skills,

        @Schema(
                enumeration = {OPEN, TAKEN_UP, CLOSED},
                examples = TAKEN_UP)
        String state,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Absent once they had themselves forgotten.", examples = "bob")
        String openedBy,

        Instant openedAt,
        List<TakerJson> takenUpBy,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "0198c0de-0000-7000-8000-0000000000c2")
        UUID fulfilledBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant closedAt) {

    static final String OPEN = "open";
    static final String TAKEN_UP = "taken-up";
    static final String CLOSED = "closed";

    static NeedView of(Need need) {
        var fulfilment = Optional.ofNullable(need.fulfilment());
        return new NeedView(
                need.id().value(),
                need.commonsId().value(),
                need.task().title(),
                need.task().description(),
                need.task().kind(),
                need.task().skills(),
                nameOf(need.state()),
                need.openedBy() == null ? null : need.openedBy().value(),
                need.openedAt(),
                need.takers().stream().map(TakerJson::of).toList(),
                fulfilment.map(one -> one.contributionId().value()).orElse(null),
                fulfilment.map(NeedFulfilment::at).orElse(null));
    }

    private static String nameOf(NeedState state) {
        return switch (state) {
            case OPEN -> OPEN;
            case TAKEN_UP -> TAKEN_UP;
            case CLOSED -> CLOSED;
        };
    }

    /** From one of the names above. */
    static NeedState state(String name) {
        return switch (name) {
            case OPEN -> NeedState.OPEN;
            case TAKEN_UP -> NeedState.TAKEN_UP;
            case CLOSED -> NeedState.CLOSED;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
