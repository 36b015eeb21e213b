package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.Derivation;

import java.util.UUID;

record DerivationV1(UUID contributionId, int basisPoints) {

    static DerivationV1 of(Derivation derivation) {
        return new DerivationV1(derivation.upstream().value(), derivation.basisPoints());
    }
}
