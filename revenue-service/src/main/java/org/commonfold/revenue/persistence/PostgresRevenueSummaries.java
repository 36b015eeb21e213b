package org.commonfold.revenue.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import jakarta.enterprise.context.ApplicationScoped;

import org.commonfold.revenue.application.RevenueSummaries;
import org.commonfold.revenue.application.SummaryPlace;
import org.commonfold.revenue.domain.CommonsId;
import org.commonfold.revenue.domain.PartnerId;
import org.commonfold.revenue.domain.PartnerSums;
import org.commonfold.revenue.domain.Quarter;
import org.commonfold.revenue.domain.QuarterSummary;
import org.commonfold.revenue.domain.Sums;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Added up by the database when it is asked for: nothing is kept that could be wrong. */
@ApplicationScoped
class PostgresRevenueSummaries implements RevenueSummaries {

    /** The place numbers quarters with currencies, of which a page is so many. */
    private static final String SUMS = """
            select quarter_from, currency, partner_id, name, publishes_revenue,
                   revenue_count, declared, received, voided
              from (select quarter_from, currency, partner_id,
                           count(*) as revenue_count,
                           sum(amount_micros) as declared,
                           sum(received_micros) as received,
                           coalesce(sum(amount_micros - received_micros)
                                    filter (where voided_at is not null), 0) as voided,
                           dense_rank() over (order by quarter_from, currency) as place
                      from (select *, date_trunc('quarter', period_to::timestamp)::date
                                      as quarter_from
                              from revenue
                             where commons_id = $1 and period_to >= $2) of_commons
                     where (quarter_from, currency) > ($2, $3)
                     group by quarter_from, currency, partner_id) sums
              join partner using (partner_id)
             where place <= $4
             order by quarter_from, currency""";

    private final Pool pool;

    PostgresRevenueSummaries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<QuarterSummary>> of(CommonsId commonsId, SummaryPlace after, int countMax) {
        Tuple parameters = Tuple.of(
                commonsId.value(), after.quarter().firstDay(), after.currencyCode(), countMax);
        return pool.preparedQuery(SUMS)
                .execute(parameters)
                .map(PostgresRevenueSummaries::summaries);
    }

    private static List<QuarterSummary> summaries(RowSet<Row> rows) {
        List<Row> all = new ArrayList<>();
        rows.forEach(all::add);
        Map<SummaryPlace, List<PartnerSums>> byPlace = all.stream()
                .collect(groupingBy(
                        PostgresRevenueSummaries::place,
                        LinkedHashMap::new,
                        mapping(PostgresRevenueSummaries::partnerSums, toList())));
        List<QuarterSummary> summaries = new ArrayList<>();
        byPlace.forEach((place, parts) -> summaries.add(QuarterSummary.of(
                place.quarter(), Currency.getInstance(place.currencyCode()), parts)));
        return summaries;
    }

    private static SummaryPlace place(Row row) {
        Quarter quarter = Quarter.of(row.getLocalDate("quarter_from"));
        return new SummaryPlace(quarter, row.getString("currency"));
    }

    private static PartnerSums partnerSums(Row row) {
        Sums sums = new Sums(
                row.getLong("revenue_count"),
                micros(row, "declared"),
                micros(row, "received"),
                micros(row, "voided"));
        return new PartnerSums(
                new PartnerId(row.getUUID("partner_id")),
                row.getString("name"),
                row.getBoolean("publishes_revenue"),
                sums);
    }

    private static BigInteger micros(Row row, String column) {
        return row.getBigDecimal(column).toBigIntegerExact();
    }
}
