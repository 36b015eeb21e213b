package org.commonfold.contribution.rest;

import static org.commonfold.contribution.domain.Rejection.UNKNOWN_COMMONS;

import io.smallrye.mutiny.Uni;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;

import org.commonfold.contribution.application.Commonses;
import org.commonfold.contribution.domain.CommonsId;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import java.util.UUID;

/** 404 while an answer can still have a status. */
class OfKnownCommonsFilter {

    private final Commonses commonses;

    OfKnownCommonsFilter(Commonses commonses) {
        this.commonses = commonses;
    }

    @OfKnownCommons
    @ServerRequestFilter
    Uni<Void> refuseUnknown(UriInfo uri) {
        return commonses
                .find(commonsIdIn(uri))
                .map(found -> found.orElseThrow(() -> Refusals.problemOf(UNKNOWN_COMMONS)))
                .replaceWithVoid();
    }

    private static CommonsId commonsIdIn(UriInfo uri) {
        try {
            return new CommonsId(UUID.fromString(uri.getPathParameters().getFirst("commonsId")));
        } catch (IllegalArgumentException noUuid) {
            throw new NotFoundException(noUuid);
        }
    }
}
