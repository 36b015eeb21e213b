package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.Charter;
import org.commonfold.contribution.domain.Criterion;

import java.util.List;
import java.util.Locale;

record CharterV1(
        List<Criterion> criteria,
        int quorum,
        int referencePoints,
        int priorPerMille,
        int levellingRatings,
        int pairCapBasisPoints,
        int pairAllowanceRatings,
        int treasuryBasisPoints,
        String raters) {

    static CharterV1 of(Charter charter) {
        return new CharterV1(
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
