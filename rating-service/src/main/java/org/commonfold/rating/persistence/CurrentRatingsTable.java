package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.CurrentRating;
import org.commonfold.rating.domain.CurrentRatings;
import org.commonfold.rating.domain.RatingKey;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The ratings that count, with their sums: a batch of the log at a time. */
final class CurrentRatingsTable {

    static final String FIND = """
            select contribution_id, rater_id, commons_id, cast(scores as text) as scores,
                   charter_version, points, level, cast(authors as text) as authors
              from current_rating
              join json_to_recordset(cast(cast(:keys as text) as json))
                   as key (contribution_id uuid, rater_id text)
                   using (contribution_id, rater_id)""";

    static final String FIND_TOTALS = """
            select commons_id, rater_id, rating_count, points
              from rater_total
             where (commons_id, rater_id) in (
                   select commons_id, rater_id
                     from json_to_recordset(cast(cast(:keys as text) as json))
                          as key (commons_id uuid, rater_id text))""";

    static final String FORGET = """
            delete from current_rating
             where (contribution_id, rater_id) in (
                   select contribution_id, rater_id
                     from json_to_recordset(cast(cast(:keys as text) as json))
                          as key (contribution_id uuid, rater_id text))""";

    /** Scores are JSON in JSON: what is unpacked here must not have a NUL, and a name may. */
    private static final String ADD = """
            insert into current_rating (contribution_id, rater_id, commons_id, scores,
                   charter_version, points, level, authors)
            select contribution_id, rater_id, commons_id, cast(scores as json),
                   charter_version, points, level, authors
              from json_to_recordset(cast(cast(:ratings as text) as json))
                   as one (contribution_id uuid, rater_id text, commons_id uuid, scores text,
                           charter_version int, points bigint, level numeric, authors json)""";

    private static final String SET_TOTALS = """
            insert into rater_total (commons_id, rater_id, rating_count, points)
            select commons_id, rater_id, rating_count, points
              from json_to_recordset(cast(cast(:totals as text) as json))
                   as one (commons_id uuid, rater_id text, rating_count bigint, points bigint)
            on conflict (commons_id, rater_id)
            do update set rating_count = excluded.rating_count, points = excluded.points""";

    /** Counted anew: who is an author may have changed as well as who has rated. */
    static final String COUNT = """
            update contribution
               set rating_count = (
                   select count(*) from current_rating rating
                    where rating.contribution_id = contribution.contribution_id
                      and not exists (
                          select 1 from author
                           where author.contribution_id = contribution.contribution_id
                             and author.contributor_id = rating.rater_id))
             where contribution_id in (
                   select cast(id as uuid)
                     from json_array_elements_text(cast(cast(:ids as text) as json)) as id)""";

    private CurrentRatingsTable() {}

    static Uni<CurrentRatings> load(Mutiny.Session session, Set<RatingKey> keys) {
        if (keys.isEmpty()) {
            return Uni.createFrom().item(new CurrentRatings(List.of(), Map.of()));
        }
        String json = Documents.keys(keys);
        return session.createNativeQuery(FIND, CurrentRatingRow.class)
                .setParameter("keys", json)
                .getResultList()
                .chain(ratings -> session.createNativeQuery(FIND_TOTALS, RaterTotalRow.class)
                        .setParameter("keys", json)
                        .getResultList()
                        .map(totals -> currentRatings(ratings, totals)));
    }

    private static CurrentRatings currentRatings(
            List<CurrentRatingRow> ratings, List<RaterTotalRow> totals) {
        List<CurrentRating> known =
                ratings.stream().map(CurrentRatingRow::toRating).toList();
        return new CurrentRatings(
                known,
                totals.stream()
                        .collect(Collectors.toMap(RaterTotalRow::rater, RaterTotalRow::totals)));
    }

    static Uni<Void> save(Mutiny.Session session, CurrentRatings ratings) {
        if (ratings.changed().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return execute(session, FORGET, "keys", Documents.keys(ratings.changed()))
                .chain(() ->
                        execute(session, ADD, "ratings", Documents.ratings(ratings.counting())))
                .chain(() -> execute(
                        session, SET_TOTALS, "totals", Documents.totals(ratings.changedTotals())));
    }

    /** How many peers have rated these, after all else has been written. */
    static Uni<Void> count(Mutiny.Session session, Set<ContributionId> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : execute(session, COUNT, "ids", Documents.ids(ids));
    }

    private static Uni<Void> execute(
            Mutiny.Session session, String sql, String parameter, String json) {
        return session.createNativeQuery(sql)
                .setParameter(parameter, json)
                .executeUpdate()
                .replaceWithVoid();
    }
}
