package org.commonfold.contribution.domain;

import java.time.Instant;

/**
 * What others may know of a need. Facts, in the past tense. That someone stepped back is none of
 * them: nobody has to account for it.
 */
public sealed interface NeedEvent {

    NeedId needId();

    CommonsId commonsId();

    /** Folds this fact into the need. Total: what has happened can always be applied. */
    Need applyTo(Need need);

    /** There is a task that anyone may take up. */
    record Opened(Need need) implements NeedEvent {
        @Override
        public NeedId needId() {
            return need.id();
        }

        @Override
        public CommonsId commonsId() {
            return need.commonsId();
        }

        @Override
        public Need applyTo(Need nothingYet) {
            return need;
        }
    }

    /** Someone has set to work on it. */
    record TakenUp(NeedId needId, CommonsId commonsId, ContributorId by, Instant at)
            implements NeedEvent {
        @Override
        public Need applyTo(Need need) {
            return need.takenUp(by, at);
        }
    }

    /** A work has met it. */
    record Closed(NeedId needId, CommonsId commonsId, NeedFulfilment fulfilment)
            implements NeedEvent {
        @Override
        public Need applyTo(Need need) {
            return need.closed(fulfilment);
        }
    }
}
