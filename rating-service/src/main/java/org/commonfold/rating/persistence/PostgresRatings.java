package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.kit.paging.Keyset;
import org.commonfold.rating.application.Ratings;
import org.commonfold.rating.domain.Circumstances;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.Opinion;
import org.commonfold.rating.domain.Rating;
import org.commonfold.rating.domain.RatingId;
import org.hibernate.reactive.mutiny.Mutiny;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresRatings implements Ratings {

    /**
     * A row that is not there yet cannot be locked; the pair of ids can. Of its own, before the
     * look: a statement sees what was committed before it began.
     */
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

    private static final String SAVE = """
            insert into rating
                   (rating_id, contribution_id, commons_id, rater_id, scores, confidence, comment,
                    charter_version, revision, version, rated_at, retracted_at, event_count)
            values ($1, $2, $3, $4, cast(cast($5 as text) as json), $6, $7, $8, $9, $10, $11, $12,
                    $13)
            on conflict (rating_id) do update
               set scores = excluded.scores, confidence = excluded.confidence,
                   comment = excluded.comment, charter_version = excluded.charter_version,
                   revision = excluded.revision, version = excluded.version,
                   rated_at = excluded.rated_at, retracted_at = excluded.retracted_at,
                   event_count = excluded.event_count""";

    /** A version that is kept already can only have been retracted since. */
    private static final String KEEP = """
            insert into rating_version
                   (rating_id, version, scores, confidence, comment, charter_version, revision,
                    rated_at, retracted_at)
            values ($1, $2, cast(cast($3 as text) as json), $4, $5, $6, $7, $8, $9)
            on conflict (rating_id, version) do update set retracted_at = excluded.retracted_at""";

    static final String FORGET_OF_RATING =
            "update rating_version set comment = null where rating_id = $1";

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
    public Uni<Optional<Circumstances>> circumstancesOf(
            ContributionId contributionId, ContributorId raterId) {
        return sessions.withTransaction(session -> Uni.combine()
                .all()
                .unis(
                        takeTurns(session, contributionId, raterId),
                        CircumstancesQuery.ask(session, contributionId, raterId))
                .with((taken, found) -> found)
                .chain(found -> found.isPresent() && found.get().hasRated()
                        ? byPeer(session, contributionId, raterId)
                                .map(former -> found.map(now -> now.with(former)))
                        : Uni.createFrom().item(found.map(now -> now.with(Optional.empty())))));
    }

    @Override
    public Uni<Optional<Rating>> findForChange(
            ContributionId contributionId, ContributorId raterId) {
        return sessions.withTransaction(session -> takeTurns(session, contributionId, raterId)
                .chain(() -> byPeer(session, contributionId, raterId)));
    }

    private static Uni<Integer> takeTurns(
            Mutiny.Session session, ContributionId contributionId, ContributorId raterId) {
        return PlainSql.execute(session, TAKE_TURNS, pair(contributionId, raterId));
    }

    private static Uni<Optional<Rating>> byPeer(
            Mutiny.Session session, ContributionId contributionId, ContributorId raterId) {
        return session.createQuery(BY_PEER, RatingRow.class)
                .setParameter("contributionId", contributionId.value())
                .setParameter("raterId", raterId.value())
                .getSingleResultOrNull()
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
        return sessions.withTransaction(session -> PlainSql.together(
                rating.isRetracted()
                        ? List.of(
                                saved(session, rating),
                                kept(session, rating),
                                PlainSql.execute(
                                        session, FORGET_OF_RATING, rating.id().value()))
                        : List.of(saved(session, rating), kept(session, rating))));
    }

    private static Uni<Integer> saved(Mutiny.Session session, Rating rating) {
        return PlainSql.execute(
                session,
                SAVE,
                rating.id().value(),
                rating.contributionId().value(),
                rating.commonsId().value(),
                rating.raterId().value(),
                Documents.scores(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.comment(),
                rating.charterVersion(),
                rating.revision(),
                rating.version(),
                time(rating.ratedAt()),
                time(rating.retractedAt()),
                rating.eventCount());
    }

    private static Uni<Integer> kept(Mutiny.Session session, Rating rating) {
        return PlainSql.execute(
                session,
                KEEP,
                rating.id().value(),
                rating.version(),
                Documents.scores(rating.opinion().scores()),
                rating.opinion().confidence(),
                rating.comment(),
                rating.charterVersion(),
                rating.revision(),
                time(rating.ratedAt()),
                time(rating.retractedAt()));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
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
