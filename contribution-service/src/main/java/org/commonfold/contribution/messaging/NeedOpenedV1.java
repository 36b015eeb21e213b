package org.commonfold.contribution.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.Need;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Neither who opened it nor its description: the log is for ever, and both may be erased. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedOpenedV1(
        UUID commonsId,
        UUID needId,
        String title,
        List<String> skills,
        String kind,
        Instant openedAt) {

    static final String TYPE = "NeedOpened.v1";

    static NeedOpenedV1 of(Need need) {
        return new NeedOpenedV1(
                need.commonsId().value(),
                need.id().value(),
                need.task().title(),
                need.task().skills(),
                need.task().kind(),
                need.openedAt());
    }
}
