package org.commonfold.payout.ledger.rest;

import io.quarkus.security.ForbiddenException;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.identity.Caller;
import org.commonfold.kit.identity.Roles;

/** What somebody has is shown to that person, and to treasurers. */
@ApplicationScoped
public class WhoseBalances {

    private static final String ME = "me";

    private final Caller caller;

    WhoseBalances(Caller caller) {
        this.caller = caller;
    }

    /**
     * The contributor that a path names.
     *
     * @param contributorId an id, or {@code me} for the caller
     * @throws ForbiddenException when that is somebody else and the caller no treasurer
     */
    public String named(String contributorId) {
        String id = contributorId.equals(ME) ? caller.id() : contributorId;
        if (!id.equals(caller.id()) && !caller.hasRole(Roles.TREASURER)) {
            throw new ForbiddenException("This is somebody else's");
        }
        return id;
    }
}
