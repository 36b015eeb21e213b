package org.commonfold.contribution.application;

import io.smallrye.mutiny.Uni;

import org.commonfold.contribution.domain.CommonsId;
import org.commonfold.contribution.domain.Contribution;
import org.commonfold.contribution.domain.ContributionId;
import org.commonfold.contribution.domain.ContributorId;
import org.commonfold.contribution.domain.Lineage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The contributions, for readers. */
public interface Library {

    /** Of more matches than these, the newest are ranked. */
    int RANKED_MAX = 200;

    /** A lineage with more nodes than these, up or down, is given in part. */
    int LINEAGE_MAX = 1_000;

    /**
     * Which contributions; what is null is not asked for.
     *
     * @param author a contributor's id
     */
    record Filter(String kind, String author, String licence) {}

    /**
     * Where a match stands: better ranks first, among equals the newer.
     *
     * @param rank ts_rank in millionths
     */
    record Place(int rank, UUID id) {

        static final String SEPARATOR = ":";

        /** From what {@code toString} gave. */
        public static Place parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException(text);
            }
            return new Place(Integer.parseInt(parts[0]), UUID.fromString(parts[1]));
        }

        @Override
        public String toString() {
            return rank + SEPARATOR + id;
        }
    }

    /** A contribution and how well it matches. */
    record Match(Contribution contribution, Place place) {}

    /** In the order of publication, at most {@code countMax}, after the one given if any. */
    Uni<List<Contribution>> list(
            CommonsId commonsId, Filter filter, Optional<UUID> after, int countMax);

    /** The best matches first, at most {@code countMax}, after the place given if any. */
    Uni<List<Match>> search(
            CommonsId commonsId, String words, Filter filter, Optional<Place> after, int countMax);

    /**
     * What someone is an author of, in any commons, and is not withdrawn: in the order of
     * publication, at most {@code countMax}, after the one given if any.
     */
    Uni<List<Contribution>> publishedBy(ContributorId who, Optional<UUID> after, int countMax);

    /** Those that derive directly from one, by id, at most {@code countMax}. */
    Uni<List<Contribution>> downstreamOf(ContributionId id, int countMax);

    /** At most {@link #LINEAGE_MAX} nodes in each direction, the nearest. */
    Uni<Lineage> lineageOf(ContributionId id);
}
