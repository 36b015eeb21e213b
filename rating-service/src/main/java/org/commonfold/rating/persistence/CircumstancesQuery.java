package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;

import org.commonfold.kit.database.PlainSql;
import org.commonfold.rating.domain.Charter;
import org.commonfold.rating.domain.Circumstances;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.Contribution;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Raters;
import org.commonfold.rating.domain.Rating;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.Optional;
import java.util.UUID;

/** What a rating is decided on, asked for at once; the former rating only whether there is one. */
final class CircumstancesQuery {

    static final String SQL = """
            select work.commons_id, work.title, work.kind, cast(work.authors as text),
                   work.withdrawn,
                   charter.version, cast(charter.criteria as text), charter.quorum,
                   charter.reference_points, charter.levelling_ratings, charter.raters,
                   exists (select 1 from member
                            where commons_id = work.commons_id and contributor_id = $2),
                   exists (select 1 from rating
                            where contribution_id = work.contribution_id and rater_id = $2)
              from contribution work
              join lateral (select * from charter
                             where commons_id = work.commons_id
                             order by version desc limit 1) charter on true
             where contribution_id = $1""";

    private CircumstancesQuery() {}

    /** What was found. */
    record Found(
            Contribution contribution, Charter charter, boolean raterBelongs, boolean hasRated) {

        Circumstances with(Optional<Rating> former) {
            return new Circumstances(contribution, charter, raterBelongs, former);
        }
    }

    /** Of a contribution that is known here, else none. */
    static Uni<Optional<Found>> ask(
            Mutiny.Session session, ContributionId id, ContributorId raterId) {
        return PlainSql.row(session, SQL, row -> found(id, row), id.value(), raterId.value());
    }

    private static Found found(ContributionId id, Object[] row) {
        Contribution contribution = new Contribution(
                id,
                new CommonsId((UUID) row[0]),
                (String) row[1],
                (String) row[2],
                Documents.authors((String) row[3]),
                (Boolean) row[4]);
        Charter charter = new Charter(
                (Integer) row[5],
                Documents.criteria((String) row[6]),
                (Integer) row[7],
                (Integer) row[8],
                (Integer) row[9],
                Raters.valueOf((String) row[10]));
        return new Found(contribution, charter, (Boolean) row[11], (Boolean) row[12]);
    }
}
