package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.ContributorId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record CommonsView(
        UUID commonsId,
        String name,
        CharterView charter,
        int charterVersion,
        List<String> stewards,
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
