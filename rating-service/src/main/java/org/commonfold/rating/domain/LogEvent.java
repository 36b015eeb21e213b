package org.commonfold.rating.domain;

import java.util.Optional;
import java.util.Set;

/** What rating learns from the log. Facts, in the past tense. */
public sealed interface LogEvent {

    CommonsId commonsId();

    /** The contribution it is about, if it is about one. */
    default Optional<ContributionId> contributionId() {
        return Optional.empty();
    }

    /** The rating that it changes, if it changes one. */
    default Optional<RatingKey> rating() {
        return Optional.empty();
    }

    /** The charter that it names, if it names one. */
    default Optional<Integer> charterVersion() {
        return Optional.empty();
    }

    /** Adds this fact to the picture; or tells why it cannot be one. */
    Optional<Unusable> addTo(LogPicture picture);

    /** A commons adopted its first charter. */
    record Founded(CommonsId commonsId, Charter charter, Set<ContributorId> stewards)
            implements LogEvent {
        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.founded(commonsId, charter, stewards);
        }
    }

    /** A commons adopted another charter. */
    record Amended(CommonsId commonsId, Charter charter) implements LogEvent {
        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.amended(commonsId, charter);
        }
    }

    /** There is something new to rate. */
    record Published(Contribution contribution) implements LogEvent {
        @Override
        public CommonsId commonsId() {
            return contribution.commonsId();
        }

        @Override
        public Optional<ContributionId> contributionId() {
            return Optional.of(contribution.id());
        }

        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.published(contribution);
        }
    }

    /** It has new content, and may be called something else. */
    record Revised(CommonsId commonsId, ContributionId id, Optional<String> title)
            implements LogEvent {
        @Override
        public Optional<ContributionId> contributionId() {
            return Optional.of(id);
        }

        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.revised(commonsId, id, title);
        }
    }

    /** Others are its authors now, or with other shares. */
    record Reapportioned(CommonsId commonsId, ContributionId id, Set<ContributorId> authors)
            implements LogEvent {
        @Override
        public Optional<ContributionId> contributionId() {
            return Optional.of(id);
        }

        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.reapportioned(commonsId, id, authors);
        }
    }

    /** It is not to be rated any more. */
    record Withdrawn(CommonsId commonsId, ContributionId id) implements LogEvent {
        @Override
        public Optional<ContributionId> contributionId() {
            return Optional.of(id);
        }

        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.withdrawn(commonsId, id);
        }
    }

    /** A steward lets someone rate who has not published. */
    record Invited(CommonsId commonsId, ContributorId raterId) implements LogEvent {
        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.invited(commonsId, raterId);
        }
    }

    /** A peer's opinion counts from here on; the former one does no more. */
    record Rated(RatingKey key, Opinion opinion, Optional<Integer> charterVersion)
            implements LogEvent {
        @Override
        public CommonsId commonsId() {
            return key.commonsId();
        }

        @Override
        public Optional<ContributionId> contributionId() {
            return Optional.of(key.contributionId());
        }

        @Override
        public Optional<RatingKey> rating() {
            return Optional.of(key);
        }

        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.rated(key, opinion, charterVersion);
        }
    }

    /** A peer's opinion counts no more. */
    record Retracted(RatingKey key) implements LogEvent {
        @Override
        public CommonsId commonsId() {
            return key.commonsId();
        }

        @Override
        public Optional<ContributionId> contributionId() {
            return Optional.of(key.contributionId());
        }

        @Override
        public Optional<RatingKey> rating() {
            return Optional.of(key);
        }

        @Override
        public Optional<Unusable> addTo(LogPicture picture) {
            return picture.retracted(key);
        }
    }
}
