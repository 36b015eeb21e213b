package org.commonfold.contribution.domain;

/** Everything that can have happened to a commons. Facts, in the past tense. */
public sealed interface CommonsEvent {

    CommonsId commonsId();

    /** The commons, as it was founded. */
    record Founded(Commons commons) implements CommonsEvent {
        @Override
        public CommonsId commonsId() {
            return commons.id();
        }
    }
}
