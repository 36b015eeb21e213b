package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.ContributorId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record CommonsView(
        @Schema(examples = "0198c0de-0000-7000-8000-000000000001")
        UUID commonsId,

        @Schema(examples = "Sensorica") String name,
        CharterView charter,
        @Schema(examples = "1") int charterVersion,
        @Schema(examples = "[\"sue\"]") List<String> stewards,
        Instant foundedAt) {

    static CommonsView of(Commons commons) {
        return new CommonsView(
                commons.id().value(),
                commons.name(),
                CharterView.of(commons.charter()),
                commons.charterVersion(),
                commons.stewards().stream().map(ContributorId::value).sorted().toList(),
                commons.foundedAt());
    }
}
