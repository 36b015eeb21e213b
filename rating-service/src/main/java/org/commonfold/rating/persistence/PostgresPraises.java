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

import java.util.ArrayList;
import java.util.List;

/** The current ratings of a commons, summed by the database. */
@ApplicationScoped
class PostgresPraises implements Praises {

    /** Authors are written in the order of their ids: the same ones are the same text. */
    static final String LARGEST = """
            select rater_id, who, cast(sum(points) as bigint) as points
              from (select rater_id, cast(authors as text) as who, points
                      from current_rating where commons_id = $1 and points > 0) one
             group by rater_id, who
             order by sum(points) desc, rater_id collate "C", who collate "C" limit $2""";

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
