package org.commonfold.contribution.domain;

import java.time.Instant;

/** Everything that can have happened to a commons. Facts, in the past tense. */
public sealed interface CommonsEvent {

    /** The commons as it is since. */
    Commons commons();

    default CommonsId commonsId() {
        return commons().id();
    }

    /** The commons, as it was founded. */
    record Founded(Commons commons) implements CommonsEvent {}

    /** The commons, under its new charter. */
    record Amended(Commons commons, ContributorId by, Instant at) implements CommonsEvent {}
}
