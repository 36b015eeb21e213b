package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.paging.Keyset;
import org.commonfold.rating.application.Ratings;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.Opinion;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.RatingId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresRatings implements Ratings {

    /** A row that is not there yet cannot be locked; the pair of ids can. */
    private static final String TAKE_TURNS = "select 1 from pg_advisory_xact_lock($1)";

    static final String BY_PEER =
            "from RatingRow where contributionId = :contributionId and raterId = :raterId";

    static final String LIST = """
            from RatingRow where contributionId = :contributionId and ratingId > :after
             and retractedAt is null order by ratingId""";

    static final String HISTORY = """
            from RatingVersionRow where ratingId = :ratingId and version > :after
             order by version""";

    static final String COUNTING = "from CurrentRatingRow where contributionId = :contributionId";

    static final String FORGET_OF_RATING =
            "update rating_version set comment = null where rating_id = :ratingId";

    static final String FORGET_VERSIONS = """
            update rating_version set comment = null
             where comment is not null
               and rating_id in (select rating_id from rating where rater_id = :who)""";

    static final String FORGET =
            "update rating set comment = null where rater_id = :who and comment is not null";

    /** The first wish even if nothing was there; later ones only when there was. */
    static final String RECORD = """
            insert into erasure (contributor_id, erased_at)
            select :who, :at
             where :found > 0
                or not exists (select 1 from erasure where contributor_id = :who)""";

    private final Mutiny.SessionFactory sessions;

    PostgresRatings(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Optional<Rating>> findForChange(
            ContributionId contributionId, ContributorId raterId) {
        return sessions.withTransaction(session -> PlainSql.execute(
                                session, TAKE_TURNS, pair(contributionId, raterId))
                        .chain(() -> session.createQuery(BY_PEER, RatingRow.class)
                                .setParameter("contributionId", contributionId.value())
                                .setParameter("raterId", raterId.value())
                                .getSingleResultOrNull()))
                .map(row -> Optional.ofNullable(row).map(PostgresRatings::rating));
    }

    /** Two pairs that collide only wait for one another. */
    private static long pair(ContributionId contributionId, ContributorId raterId) {
        long random = contributionId.value().getLeastSignificantBits();
        return 31 * random + raterId.value().hashCode();
    }

    @Override
    public Uni<List<Rating>> list(
            ContributionId contributionId, Optional<UUID> after, int countMax) {
        return sessions.withSession(session -> session.createQuery(LIST, RatingRow.class)
                        .setParameter("contributionId", contributionId.value())
                        .setParameter("after", after.orElse(Keyset.FIRST))
                        .setMaxResults(countMax)
                        .getResultList())
                .map(rows -> rows.stream().map(PostgresRatings::rating).toList());
    }

    @Override
    public Uni<List<Rating>> history(
            ContributionId contributionId, ContributorId raterId, int after, int countMax) {
        return sessions.withSession(session -> session.createQuery(BY_PEER, RatingRow.class)
                .setParameter("contributionId", contributionId.value())
                .setParameter("raterId", raterId.value())
                .getSingleResultOrNull()
                .chain(rating -> rating == null
                        ? Uni.createFrom().item(List.of())
                        : history(session, rating, after, countMax)));
    }

    private static Uni<List<Rating>> history(
            Mutiny.Session session, RatingRow rating, int after, int countMax) {
        return session.createQuery(HISTORY, RatingVersionRow.class)
                .setParameter("ratingId", rating.ratingId)
                .setParameter("after", after)
                .setMaxResults(countMax)
                .getResultList()
                .map(rows -> rows.stream().map(row -> rating(rating, row)).toList());
    }

    @Override
    public Uni<List<CurrentRating>> counting(ContributionId contributionId) {
        return sessions.withSession(session -> session.createQuery(COUNTING, CurrentRatingRow.class)
                        .setParameter("contributionId", contributionId.value())
                        .getResultList())
                .map(rows -> rows.stream().map(CurrentRatingRow::toRating).toList());
    }

    @Override
    public Uni<Void> save(Rating rating) {
        return sessions.withTransaction(session -> session.find(
                        RatingRow.class, rating.id().value())
                .chain(found -> {
                    RatingRow row = found == null ? new RatingRow() : found;
                    fill(row, rating);
                    return found == null
                            ? session.persist(row)
                            : Uni.createFrom().voidItem();
                })
                .chain(() -> keep(session, rating))
                .chain(() -> rating.isRetracted()
                        ? forgetComments(session, rating)
                        : Uni.createFrom().voidItem()));
    }

    private static Uni<Void> forgetComments(Mutiny.Session session, Rating rating) {
        return session.flush()
                .chain(() -> session.createNativeQuery(FORGET_OF_RATING)
                        .setParameter("ratingId", rating.id().value())
                        .executeUpdate())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> eraseComments(ContributorId raterId, Instant at) {
        return sessions.withTransaction(session -> rows(session, FORGET, raterId)
                .chain(found -> rows(session, FORGET_VERSIONS, raterId).map(more -> found + more))
                .chain(found -> session.createNativeQuery(RECORD)
                        .setParameter("who", raterId.value())
                        .setParameter("at", at)
                        .setParameter("found", found)
                        .executeUpdate()
                        .replaceWithVoid()));
    }

    private static Uni<Integer> rows(Mutiny.Session session, String sql, ContributorId who) {
        return session.createNativeQuery(sql).setParameter("who", who.value()).executeUpdate();
    }

    /** A version that is kept already can only have been retracted since. */
    private static Uni<Void> keep(Mutiny.Session session, Rating rating) {
        RatingVersionRowId id = new RatingVersionRowId(rating.id().value(), rating.version());
        return session.find(RatingVersionRow.class, id).chain(found -> {
            if (found == null) {
                return session.persist(RatingVersionRow.of(rating));
            }
            found.retractedAt = rating.retractedAt();
            return Uni.createFrom().voidItem();
        });
    }

    private static void fill(RatingRow row, Rating rating) {
        row.ratingId = rating.id().value();
        row.contributionId = rating.contributionId().value();
        row.commonsId = rating.commonsId().value();
        row.raterId = rating.raterId().value();
        row.scores = Documents.scores(rating.opinion().scores());
        row.confidence = rating.opinion().confidence();
        row.comment = rating.comment();
        row.charterVersion = rating.charterVersion();
        row.revision = rating.revision();
        row.version = rating.version();
        row.ratedAt = rating.ratedAt();
        row.retractedAt = rating.retractedAt();
        row.eventCount = rating.eventCount();
    }

    private static Rating rating(RatingRow row) {
        return new Rating(
                new RatingId(row.ratingId),
                new ContributionId(row.contributionId),
                new CommonsId(row.commonsId),
                new ContributorId(row.raterId),
                new Opinion(Documents.scores(row.scores), row.confidence),
                row.comment,
                row.charterVersion,
                row.revision,
                row.version,
                row.ratedAt,
                row.retractedAt,
                row.eventCount);
    }

    /** The rating as it was at one of its versions. */
    private static Rating rating(RatingRow rating, RatingVersionRow row) {
        return new Rating(
                new RatingId(row.ratingId),
                new ContributionId(rating.contributionId),
                new CommonsId(rating.commonsId),
                new ContributorId(rating.raterId),
                new Opinion(Documents.scores(row.scores), row.confidence),
                row.comment,
                row.charterVersion,
                row.revision,
                row.version,
                row.ratedAt,
                row.retractedAt,
                rating.eventCount);
    }
}
