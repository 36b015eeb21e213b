package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.Praises;
import org.commonfold.rating.domain.CommonsId;
import org.commonfold.rating.domain.ContributorId;
import org.commonfold.rating.domain.Praise;
import org.commonfold.rating.domain.Totals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The current ratings of a commons, summed by the database. */
@ApplicationScoped
class PostgresPraises implements Praises {

    /** Not for one's own work. */
    private static final String PRAISE = """
            select rater_id, cast(authors as text) as who, points from current_rating
             where commons_id = $1 and points > 0
               and not exists (select 1 from json_array_elements_text(authors) author
                                where author = rater_id)""";

    /** Authors are written in the order of their ids: the same ones are the same text. */
    static final String LARGEST = """
            select rater_id, who, cast(sum(points) as bigint) as points
              from (%s) praise
             group by rater_id, who
             order by sum(points) desc, rater_id collate "C", who collate "C"
             limit $2""".formatted(PRAISE);

    static final String TOTALS = """
            with praise as materialized (%s)
            select person, cast(sum(given) as bigint) as given,
                   cast(sum(received) as bigint) as received
              from (select rater_id as person, points as given, 0 as received from praise
                     union all
                    select author, 0, points
                      from praise, json_array_elements_text(cast(who as json)) author) one
             group by person""".formatted(PRAISE);

    private final Pool pool;

    PostgresPraises(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Praise>> in(CommonsId id, int countMax) {
        return pool.preparedQuery(LARGEST)
                .execute(Tuple.of(id.value(), countMax))
                .map(PostgresPraises::praises);
    }

    @Override
    public Uni<Map<ContributorId, Totals>> totals(CommonsId id) {
        return pool.preparedQuery(TOTALS).execute(Tuple.of(id.value())).map(rows -> {
            Map<ContributorId, Totals> totals = new HashMap<>();
            for (Row row : rows) {
                totals.put(
                        new ContributorId(row.getString("person")),
                        new Totals(row.getLong("given"), row.getLong("received")));
            }
            return totals;
        });
    }

    private static List<Praise> praises(RowSet<Row> rows) {
        List<Praise> praises = new ArrayList<>(rows.size());
        for (Row row : rows) {
            praises.add(new Praise(
                    new ContributorId(row.getString("rater_id")),
                    Documents.authors(row.getString("who")),
                    row.getLong("points")));
        }
        return praises;
    }
}
