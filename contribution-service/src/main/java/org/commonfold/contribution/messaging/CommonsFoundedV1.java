package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.Commons;
import org.commonfold.contribution.domain.ContributorId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

record CommonsFoundedV1(
        UUID commonsId, String name, CharterV1 charter, List<String> stewards, Instant foundedAt) {

    static final String TYPE = "CommonsFounded.v1";

    static CommonsFoundedV1 of(Commons commons) {
        return new CommonsFoundedV1(
                commons.id().value(),
                commons.name(),
                CharterV1.of(commons.charter()),
                commons.stewards().stream().map(ContributorId::value).sorted().toList(),
                commons.foundedAt());
    }
}
