package org.commonfold.contribution.persistence;

import org.commonfold.contribution.application.Library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Works among which all matches of a search are: those that have a word, or are somebody's. Each
 * comes from an index that has its works in their order, so the newest are found at once.
 *
 * @param sql selects the ids of those in a stretch, the newest first
 */
record Candidates(String sql, Map<String, String> parameters) {

    /** With more alternatives than these, so many works match that any are candidates. */
    static final int ALTERNATIVES_MAX = 8;

    /** Of a search for more words than these, the longest are looked at. */
    static final int WORDS_MAX = 6;

    private static final String OF_STRETCH = """
            select contribution_id from %s
            where commons_id = :commonsId and %s
            and contribution_id <= :newest and contribution_id > :end
            order by contribution_id desc""";

    private static final String OF_ANY = """
            select contribution_id from (%s) any_of
            group by contribution_id
            order by contribution_id desc""";

    /** The ways to come to all matches, the likely best first; at least one. */
    static List<Candidates> of(WebSearch search, Library.Filter filter) {
        List<Candidates> ways = new ArrayList<>();
        addFiltered(ways, "author", "contributor_id", "author", filter.author());
        List<List<String>> alternatives = search.alternatives();
        boolean isAnyWork = alternatives.size() > ALTERNATIVES_MAX
                || alternatives.stream().anyMatch(List::isEmpty);
        if (!isAnyWork && alternatives.size() == 1) {
            alternatives.get(0).stream()
                    .limit(WORDS_MAX)
                    .forEach(word -> ways.add(having(word, ways.size())));
        } else if (!isAnyWork) {
            ways.add(
                    havingOneOf(alternatives.stream().map(words -> words.get(0)).toList()));
        }
        addFiltered(ways, "contribution", "kind", "kind", filter.kind());
        addFiltered(ways, "contribution", "licence", "licence", filter.licence());
        if (ways.isEmpty()) {
            ways.add(new Candidates(OF_STRETCH.formatted("contribution", "true"), Map.of()));
        }
        return ways;
    }

    private static void addFiltered(
            List<Candidates> ways, String table, String column, String name, String value) {
        if (value != null) {
            String sql = OF_STRETCH.formatted(table, column + " = :" + name);
            ways.add(new Candidates(sql, Map.of(name, value)));
        }
    }

    private static Candidates having(String word, int number) {
        String name = "word" + number;
        String sql = OF_STRETCH.formatted("contribution_word", "word = :" + name);
        return new Candidates(sql, Map.of(name, word));
    }

    private static Candidates havingOneOf(List<String> words) {
        Map<String, String> parameters = new LinkedHashMap<>();
        List<String> each = new ArrayList<>();
        for (String word : words) {
            Candidates one = having(word, parameters.size());
            each.add("(" + one.sql() + " limit cast(:candidatesMax as int) + 1)");
            parameters.putAll(one.parameters());
        }
        return new Candidates(OF_ANY.formatted(String.join(" union all ", each)), parameters);
    }
}
