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

    /** So many matches are ranked with one another; older ones come after them. */
    int RANKED_MAX = 200;

    /** So many works are looked at for a page. */
    int CANDIDATES_MAX = 300;

    /** A lineage with more nodes than these, up or down, is given in part. */
    int LINEAGE_MAX = 1_000;

    /**
     * Which contributions; what is null is not asked for.
     *
     * @param author a contributor's id
     */
    record Filter(String kind, String author, String licence) {}

    /**
     * Where a search goes on. It goes through the works from the newest on, a stretch at a time:
     * within a stretch better ranks come first, among equals the newer. A stretch stays the same
     * whatever is published meanwhile.
     *
     * @param newest of the stretch
     * @param end the newest that is older than the stretch; {@link #NONE} until it is known
     * @param rank of the last match that was given, ts_rank in millionths
     * @param id of the last match that was given
     */
    record Place(UUID newest, UUID end, int rank, UUID id) {

        /** Before every id there is. */
        public static final UUID NONE = new UUID(0, 0);

        private static final UUID LAST = new UUID(-1, -1);
        private static final String SEPARATOR = ":";

        /** Of all works. */
        public static Place first() {
            return from(LAST);
        }

        /** The stretch that begins with a work. */
        public static Place from(UUID newest) {
            return new Place(newest, NONE, Integer.MAX_VALUE, NONE);
        }

        /** From what {@code toString} gave. */
        public static Place parse(String text) {
            String[] parts = text.split(SEPARATOR, -1);
            if (parts.length != 4) {
                throw new IllegalArgumentException(text);
            }
            return new Place(
                    UUID.fromString(parts[0]),
                    UUID.fromString(parts[1]),
                    Integer.parseInt(parts[2]),
                    UUID.fromString(parts[3]));
        }

        @Override
        public String toString() {
            return String.join(
                    SEPARATOR,
                    newest.toString(),
                    end.toString(),
                    Integer.toString(rank),
                    id.toString());
        }
    }

    /**
     * What a search found.
     *
     * @param next where it goes on, if there may be more
     */
    record Found(List<Contribution> matches, Optional<Place> next) {}

    /** In the order of publication, at most {@code countMax}, after the one given if any. */
    Uni<List<Contribution>> list(
            CommonsId commonsId, Filter filter, Optional<UUID> after, int countMax);

    /**
     * At most {@code countMax} matches of the stretch that a place is in, after that place. They
     * may be fewer, even none, while there are more in the next stretch.
     */
    Uni<Found> search(CommonsId commonsId, String words, Filter filter, Place after, int countMax);

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
