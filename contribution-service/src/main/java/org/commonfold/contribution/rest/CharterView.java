package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Criterion;

import java.util.List;
import java.util.Locale;

record CharterView(
        List<Criterion> criteria,
        int quorum,
        int referencePoints,
        int priorPerMille,
        int levellingRatings,
        int pairCapBasisPoints,
        int pairAllowanceRatings,
        int treasuryBasisPoints,
        String raters) {

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
