package org.commonfold.contribution.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.Derivation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.UUID;

record DerivationJson(
        @NotNull @Schema(examples = "0198c0de-0000-7000-8000-0000000000c0")
        UUID contributionId,

        @NotNull @Min(1) @Max(10_000) @Schema(examples = "1000")
        Integer basisPoints) {

    static DerivationJson of(Derivation derivation) {
        return new DerivationJson(derivation.upstream().value(), derivation.basisPoints());
    }

    Derivation toDerivation() {
        return new Derivation(new ContributionId(contributionId), basisPoints);
    }
}
