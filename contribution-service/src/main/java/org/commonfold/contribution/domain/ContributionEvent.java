package org.commonfold.contribution.domain;

import java.time.Instant;
import java.util.List;

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

    /**
     * There is a new version of it.
     *
     * @param version 2 or more
     * @param title the new one, or null when it keeps its title
     */
    record Revised(
            ContributionId contributionId,
            CommonsId commonsId,
            int version,
            String title,
            Content content,
            ContributorId by,
            Instant at)
            implements ContributionEvent {
        @Override
        public Contribution applyTo(Contribution contribution) {
            return contribution.revised(version, title, content);
        }
    }

    /** Its authors agreed on other shares, or on other authors. */
    record Reapportioned(
            ContributionId contributionId, CommonsId commonsId, List<Author> authors, Instant at)
            implements ContributionEvent {
        public Reapportioned {
            authors = List.copyOf(authors);
        }

        @Override
        public Contribution applyTo(Contribution contribution) {
            return contribution.reapportioned(authors);
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
