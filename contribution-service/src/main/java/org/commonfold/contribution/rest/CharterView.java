package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Criterion;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;
import java.util.Locale;

record CharterView(
        @Schema(examples = CharterView.CRITERIA) List<Criterion> criteria,
        @Schema(examples = "2") int quorum,
        @Schema(examples = "13") int referencePoints,
        @Schema(examples = "500") int priorPerMille,
        @Schema(examples = "5") int levellingRatings,
        @Schema(examples = "1000") int pairCapBasisPoints,
        @Schema(examples = "10") int pairAllowanceRatings,
        @Schema(examples = "500") int treasuryBasisPoints,
        @Schema(examples = "contributors") String raters) {

    static final String CRITERIA =
            "[{\"name\": \"quality\", \"weight\": 2, \"min\": 1, \"points\": [0, 1, 2, 3, 5]}]";

    static CharterView of(Charter charter) {
        return new CharterView(
                charter.criteria(),
                charter.quorum(),
                charter.referencePoints(),
                charter.priorPerMille(),
                charter.levellingRatings(),
                charter.pairCapBasisPoints(),
                charter.pairAllowanceRatings(),
                charter.treasuryBasisPoints(),
                charter.raters().name().toLowerCase(Locale.ROOT));
    }
}
