package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Reason;
import org.commonfold.contribution.domain.ReasonKind;
import org.commonfold.contribution.domain.Suggestion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

record SuggestionView(
        NeedView need,

        @Schema(description = "The points of the reasons in sum", examples = "8")
        int score,

        List<ReasonJson> reasons) {

    record ReasonJson(
            @Schema(
                    enumeration = {"proven-skill", "declared-skill", "commons", "co-author", "kind"
                    },
                    examples = "proven-skill")
            String kind,

            @Schema(
                    description = "What of the need: skills, ids or its kind",
                    examples = "[\"optics\"]")
            List<String> matched,

            @Schema(examples = "5") int points) {

        static ReasonJson of(Reason reason) {
            return new ReasonJson(nameOf(reason.kind()), reason.matched(), reason.points());
        }

        private static String nameOf(ReasonKind kind) {
            return switch (kind) {
                case PROVEN_SKILL -> "proven-skill";
                case DECLARED_SKILL -> "declared-skill";
                case COMMONS -> "commons";
                case CO_AUTHOR -> "co-author";
                case KIND -> "kind";
            };
        }
    }

    static SuggestionView of(Suggestion suggestion) {
        return new SuggestionView(
                NeedView.of(suggestion.need()),
                suggestion.score(),
                suggestion.reasons().stream().map(ReasonJson::of).toList());
    }
}
