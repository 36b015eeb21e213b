package org.commonfold.rating.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.rating.application.ReviewCandidates;
import org.commonfold.rating.domain.ContributionId;
import org.commonfold.rating.domain.Field;
import org.commonfold.rating.domain.Rater;
import org.commonfold.rating.domain.ReviewItem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each step of the order is an index of its own, so that none of them reads more than it shows. */
@ApplicationScoped
class PostgresReviewCandidates implements ReviewCandidates {

    static final String FIELD = """
            select distinct kind, true as published
              from (select contribution_id from author
                     where commons_id = $1 and contributor_id = $2
                     order by contribution_id desc limit 1000) own
              join contribution using (contribution_id)
             where kind is not null
            union all
            select distinct kind, false
              from (select contribution_id, level from current_rating
                     where commons_id = $1 and rater_id = $2
                     order by contribution_id desc limit 1000) given
              join contribution using (contribution_id)
             where kind is not null and level > $3""";

    private static final String WORK = """
            select contribution_id, title, kind, rating_count, position
              from contribution work
             where work.commons_id = $1 and not work.withdrawn
               and not exists (select 1 from author own
                                where own.contribution_id = work.contribution_id
                                  and own.commons_id = $1 and own.contributor_id = $2)
               and not exists (select 1 from rating mine
                                where mine.contribution_id = work.contribution_id
                                  and mine.commons_id = $1 and mine.rater_id = $2
                                  and mine.retracted_at is null)
               and not exists (select 1 from current_rating read
                                where read.contribution_id = work.contribution_id
                                  and read.commons_id = $1 and read.rater_id = $2)
            """;

    private static final String OLDEST = " order by position limit $4)";
    private static final String IN_FIELD = " and work.kind = one.kind";
    private static final String OTHERS =
            " and (work.kind is null or work.kind <> all(cast($3 as text[])))";

    private static final String FIELD_FIRST = """
            select found.*, 0 as place from unnest(cast($3 as text[])) as one (kind)
             cross join lateral (%s) found
             union all
            select others.*, 1 from (%s) others""";

    private static final String BELOW_QUORUM = """
            select work.* from generate_series(0, cast($5 as int) - 1) as given
             cross join lateral (%s) work
             order by place, rating_count, position limit $4""";

    private static final String AT_QUORUM =
            "select work.* from (%s) work order by place, position limit $4";

    private static final String GIVEN = " and work.rating_count = given";
    private static final String ENOUGH = " and work.rating_count >= cast($5 as int)";

    static final String FEWEST_FIRST = BELOW_QUORUM.formatted(fieldFirst(GIVEN));
    static final String OLDEST_FIRST = AT_QUORUM.formatted(fieldFirst(ENOUGH));

    private final Pool pool;

    PostgresReviewCandidates(Pool pool) {
        this.pool = pool;
    }

    private static String fieldFirst(String count) {
        String inField = "(" + WORK + count + IN_FIELD + OLDEST;
        String others = "(" + WORK + count + OTHERS + OLDEST;
        return FIELD_FIRST.formatted(inField, others);
    }

    @Override
    public Uni<Field> fieldOf(Rater rater, BigInteger ordinaryLevel) {
        Tuple parameters = Tuple.of(
                rater.commonsId().value(), rater.id().value(), new BigDecimal(ordinaryLevel));
        return pool.preparedQuery(FIELD).execute(parameters).map(PostgresReviewCandidates::field);
    }

    private static Field field(RowSet<Row> rows) {
        Set<String> published = new HashSet<>();
        Set<String> praised = new HashSet<>();
        for (Row row : rows) {
            (row.getBoolean("published") ? published : praised).add(row.getString("kind"));
        }
        return new Field(published, praised);
    }

    @Override
    public Uni<List<ReviewItem>> belowQuorum(Search search) {
        return find(FEWEST_FIRST, search);
    }

    @Override
    public Uni<List<ReviewItem>> atQuorum(Search search) {
        return find(OLDEST_FIRST, search);
    }

    private Uni<List<ReviewItem>> find(String sql, Search search) {
        Tuple parameters = Tuple.tuple()
                .addUUID(search.rater().commonsId().value())
                .addString(search.rater().id().value())
                .addArrayOfString(search.field().kinds().stream().sorted().toArray(String[]::new))
                .addInteger(search.countMax())
                .addInteger(search.quorum());
        return pool.preparedQuery(sql).execute(parameters).map(PostgresReviewCandidates::items);
    }

    private static List<ReviewItem> items(RowSet<Row> rows) {
        List<ReviewItem> items = new ArrayList<>();
        for (Row row : rows) {
            items.add(new ReviewItem(
                    new ContributionId(row.getUUID("contribution_id")),
                    row.getString("title"),
                    row.getString("kind"),
                    row.getInteger("rating_count")));
        }
        return items;
    }
}
