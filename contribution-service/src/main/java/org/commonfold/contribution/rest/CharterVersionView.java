package org.commonfold.contribution.rest;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.commonfold.contribution.domain.CharterVersion;
import org.commonfold.contribution.domain.LogPlace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/**
 * @param appliesFrom its place in the log; absent until it has been read back from there
 */
record CharterVersionView(
        int charterVersion,
        CharterView charter,
        @Schema(examples = "sue") String adoptedBy,
        Instant adoptedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "{\"partition\": 0, \"offset\": 12}")
        LogPlace appliesFrom) {

    static CharterVersionView of(CharterVersion one) {
        return new CharterVersionView(
                one.version(),
                CharterView.of(one.charter()),
                one.adoptedBy().value(),
                one.adoptedAt(),
                one.appliesFrom().orElse(null));
    }
}
