package org.commonfold.contribution.messaging;

import org.commonfold.contribution.domain.CommonsEvent;

import java.time.Instant;
import java.util.UUID;

record CharterAmendedV1(UUID commonsId, CharterV1 charter, Instant amendedAt) {

    static final String TYPE = "CharterAmended.v1";

    static CharterAmendedV1 of(CommonsEvent.Amended amended) {
        return new CharterAmendedV1(
                amended.commonsId().value(),
                CharterV1.of(amended.commons().charter()),
                amended.at());
    }
}
