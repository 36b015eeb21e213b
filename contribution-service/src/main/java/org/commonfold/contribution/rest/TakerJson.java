package org.commonfold.contribution.rest;

import org.commonfold.contribution.domain.Taker;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

record TakerJson(@Schema(examples = "ada") String contributorId, Instant takenUpAt) {

    static TakerJson of(Taker taker) {
        return new TakerJson(taker.contributorId().value(), taker.since());
    }
}
