package org.commonfold.contribution.persistence;

import org.commonfold.contribution.application.Library;
import org.hibernate.reactive.mutiny.Mutiny;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search in SQL. The newest matches are found first and ranked then, so that a common word costs
 * no more.
 */
record Search(String sql, Map<String, String> parameters) {

    private static final String RANKED = """
            select work.contribution_id, work.commons_id, work.title, work.kind, work.licence,
                   work.content_uri, work.content_digest, cast(work.authors as text) as authors,
                   cast(work.derived_from as text) as derived_from, work.fulfils, work.version,
                   work.published_at, work.withdrawn_at, work.event_count, match.rank
            from (
                select contribution_id, rank from (
                    select c.contribution_id, cast(1000000 * ts_rank(
                        c.search, websearch_to_tsquery('folded', :words)) as int) as rank
                    from %s
                    limit :rankedMax) newest
                where rank < :rank or rank = :rank and contribution_id < :after
                order by rank desc, contribution_id desc limit :countMax) match
            join contribution work on work.contribution_id = match.contribution_id
            order by match.rank desc, match.contribution_id desc""";

    /** Walks through the works that have the required words, from the newest on. */
    private static final String BY_WORDS = """
            %s join contribution c on c.contribution_id = w0.contribution_id
            and c.commons_id = w0.commons_id %s
            where w0.commons_id = :commonsId %s %s
            order by w0.contribution_id desc""";

    /**
     * Finds all that match, or tries one work after the other from the newest on: the planner
     * decides by how many it expects. Of a phrase it expects as many as of its words, and would try
     * for ever: there the order hides the second way from it.
     */
    private static final String BY_INDEX = """
            contribution c %s
            where c.commons_id = :commonsId
            and c.search @@ websearch_to_tsquery('folded', :words) %s
            order by %s desc""";

    /** As {@code @@}, by a name the planner expects nothing of: else it would find and sort all. */
    private static final String MATCHES =
            "and ts_match_vq(c.search, websearch_to_tsquery('folded', :words))";

    private static final String OF_AUTHOR = """
            join author a on a.contribution_id = c.contribution_id
            and a.commons_id = c.commons_id and a.contributor_id = :author""";

    static Search of(WebSearch search, Library.Filter filter) {
        Conditions conditions = Conditions.of(filter);
        String ofAuthor = filter.author() == null ? "" : OF_AUTHOR;
        return search.requiredWords().isEmpty()
                ? byIndex(search, conditions, ofAuthor)
                : byWords(search, conditions, ofAuthor);
    }

    private static Search byIndex(WebSearch search, Conditions conditions, String ofAuthor) {
        String order = search.isPhrase() ? "(c.contribution_id, 0)" : "c.contribution_id";
        String from = BY_INDEX.formatted(ofAuthor, conditions.sql(), order);
        return new Search(RANKED.formatted(from), conditions.parameters());
    }

    private static Search byWords(WebSearch search, Conditions conditions, String ofAuthor) {
        List<String> tables = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>(conditions.parameters());
        for (String word : search.requiredWords()) {
            int number = tables.size();
            tables.add(wordTable(number));
            parameters.put("word" + number, word);
        }
        StringBuilder words = new StringBuilder();
        for (int number = 0; number < tables.size(); number++) {
            words.append(" and w%1$d.word = :word%1$d".formatted(number));
        }
        String matches = search.isTheirConjunction() ? "" : MATCHES;
        String from = BY_WORDS.formatted(
                String.join(" join ", tables), ofAuthor, words, matches + conditions.sql());
        return new Search(RANKED.formatted(from), parameters);
    }

    private static String wordTable(int number) {
        String table = "contribution_word w" + number;
        return number == 0
                ? table
                : table
                        + " on w%1$d.commons_id = w0.commons_id".formatted(number)
                        + " and w%1$d.contribution_id = w0.contribution_id".formatted(number);
    }

    <T> Mutiny.SelectionQuery<T> setIn(Mutiny.SelectionQuery<T> query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
