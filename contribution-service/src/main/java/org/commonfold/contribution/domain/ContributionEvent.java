package org.commonfold.contribution.domain;

import java.time.Instant;

/** Everything that can have happened to a contribution. Facts, in the past tense. */
public sealed interface ContributionEvent {

    ContributionId contributionId();

    CommonsId commonsId();

    /** Folds this fact into the contribution. Total: what has happened can always be applied. */
    Contribution applyTo(Contribution contribution);

    /** Peers may use and rate it from now on. */
    record Published(Contribution contribution) implements ContributionEvent {
        @Override
        public ContributionId contributionId() {
            return contribution.id();
        }

        @Override
        public CommonsId commonsId() {
            return contribution.commonsId();
        }

        @Override
        public Contribution applyTo(Contribution nothingYet) {
            return contribution;
        }
    }

    /** It earns nothing from now on. */
    record Withdrawn(ContributionId contributionId, CommonsId commonsId, Instant at)
            implements ContributionEvent {
        @Override
        public Contribution applyTo(Contribution contribution) {
            return contribution.withdrawn(at);
        }
    }
}
