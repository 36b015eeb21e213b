package org.commonfold.contribution.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import org.commonfold.contribution.application.Library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A search in SQL. However common or rare its words are, it looks at so many candidates at most,
 * from the newest on, and ranks so many matches: no search costs more than another.
 */
record Search(String sql, Map<String, String> parameters) {

    private static final Pattern NAME = Pattern.compile(":([a-zA-Z0-9]+)");

    /** The newest matches are found first and ranked then. One too many tells where they end. */
    private static final String RANKED = """
            select work.contribution_id, work.commons_id, work.title, work.kind, work.licence,
                   work.content_uri, work.content_digest, cast(work.authors as text) as authors,
                   cast(work.derived_from as text) as derived_from, work.fulfils, work.version,
                   work.published_at, work.withdrawn_at, work.event_count,
                   match.rank, match.newest, match.beyond
            from (
                select contribution_id, rank, newest, beyond from (
                    select contribution_id, rank,
                           first_value(contribution_id) over newest_first as newest,
                           nth_value(contribution_id, cast(:rankedMax as int) + 1)
                               over newest_first as beyond
                    from (%s) stretch
                    window newest_first as (
                        order by contribution_id desc
                        rows between unbounded preceding and unbounded following)) ranked
                where contribution_id is distinct from beyond
                and (rank < :rank or rank = :rank and contribution_id < :after)
                order by rank desc, contribution_id desc limit :countMax) match
            join contribution work on work.contribution_id = match.contribution_id
            order by match.rank desc, match.contribution_id desc""";

    /** Of several ways to all matches, the candidates of the one with fewest; one too many. */
    private static final String FEWEST = """
            (select ids from (values %s) way (ids, number)
             order by cardinality(ids), number limit 1)""";

    private static final String WAY = "(array(%s limit cast(:candidatesMax as int) + 1))";

    /** Candidates as an array are looked up in one walk of the index, in their order. */
    private static final String MATCHES = """
            select c.contribution_id,
                   cast(1000000 * ts_rank(c.search, cast(:query as tsquery)) as int) as rank
            from contribution c
            where c.contribution_id = any (%s[1 : cast(:candidatesMax as int)])
            and c.search @@ cast(:query as tsquery) %s
            order by c.contribution_id desc
            limit cast(:rankedMax as int) + 1""";

    private static final String OF_AUTHOR = """
            and exists (
                select 1 from author a where a.contribution_id = c.contribution_id
                and a.contributor_id = :author)""";

    private static final String BEYOND = "select %s[cast(:candidatesMax as int) + 1]";

    /** What is searched for, as PostgreSQL reads it. */
    static Search asRead() {
        return new Search(WebSearch.QUERY, Map.of());
    }

    static Search ranked(List<Candidates> ways, Library.Filter filter) {
        Search fewest = fewest(ways);
        Conditions conditions = Conditions.of(filter);
        String ofAuthor = filter.author() == null ? "" : OF_AUTHOR;
        String matches = MATCHES.formatted(fewest.sql(), conditions.sql() + " " + ofAuthor);
        Map<String, String> parameters = new LinkedHashMap<>(fewest.parameters());
        parameters.putAll(conditions.parameters());
        return new Search(RANKED.formatted(matches), parameters);
    }

    /** The first work that is a candidate no more, or null. */
    static Search beyond(List<Candidates> ways) {
        Search fewest = fewest(ways);
        return new Search(BEYOND.formatted(fewest.sql()), fewest.parameters());
    }

    private static Search fewest(List<Candidates> ways) {
        List<String> arrays = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Candidates way : ways) {
            arrays.add(WAY.formatted(way.sql()));
            parameters.putAll(way.parameters());
        }
        if (arrays.size() == 1) {
            return new Search(arrays.get(0), parameters);
        }
        String numbered = IntStream.range(0, arrays.size())
                .mapToObj(i -> "(" + arrays.get(i) + ", " + i + ")")
                .collect(Collectors.joining(", "));
        return new Search(FEWEST.formatted(numbered), parameters);
    }

    /**
     * Asks, with other parameters beside its own. Not by Hibernate Reactive 3.2, which keeps the
     * plan of a native query each time and never finds it again.
     */
    Uni<RowSet<Row>> ask(Pool pool, Map<String, Object> others) {
        Map<String, Object> values = new HashMap<>(others);
        values.putAll(parameters);
        List<String> names = new ArrayList<>();
        String numbered = NAME.matcher(sql).replaceAll(name -> {
            if (!names.contains(name.group(1))) {
                names.add(name.group(1));
            }
            return "\\$" + (names.indexOf(name.group(1)) + 1);
        });
        return pool.preparedQuery(numbered)
                .execute(Tuple.from(names.stream().map(values::get).toList()));
    }
}
