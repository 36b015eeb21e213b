package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.Set;

/** The rules of founding a commons. Pure: no clock, no repository, no framework. */
public final class Founding {

    /** Whoever founds a commons is its first steward; the founding charter is version 1. */
    public Decision<CommonsEvent.Founded> decide(
            CommonsId id, String name, Charter charter, ContributorId founder, Instant now) {
        if (!charter.isSound()) {
            return Decision.reject(Rejection.UNSOUND_CHARTER);
        }
        Commons commons = new Commons(id, name, charter, 1, Set.of(founder), now);
        return Decision.accept(new CommonsEvent.Founded(commons));
    }
}
