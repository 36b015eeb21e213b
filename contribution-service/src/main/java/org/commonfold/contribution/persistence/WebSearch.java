package org.commonfold.contribution.persistence;

import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What someone searches for, as PostgreSQL reads it.
 *
 * @param tsquery such as {@code 'blue' & 'well' <-> 'known' & !'green'}
 * @param querytree the same without what is excluded
 */
record WebSearch(String tsquery, String querytree) {

    static final String QUERY = """
            select cast(query as text), querytree(query)
            from websearch_to_tsquery('folded', :words) query""";

    /** PostgreSQL puts eight tables in the best order ({@code join_collapse_limit}). */
    static final int REQUIRED_WORDS_MAX = 6;

    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'");
    private static final String OR = "|";
    private static final String AND = "&";
    private static final String FOLLOWED_BY = "<";

    /**
     * Words that whatever matches must have: the longest, which are the rarest mostly. None when
     * there is a choice, as in {@code 'blue' | 'green'}.
     */
    List<String> requiredWords() {
        return operators().contains(OR)
                ? List.of()
                : words().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .limit(REQUIRED_WORDS_MAX)
                        .toList();
    }

    /** Whether everything that has all the required words matches. */
    boolean isTheirConjunction() {
        return tsquery.equals(querytree)
                && operators().replace(AND, "").isBlank()
                && words().size() <= REQUIRED_WORDS_MAX;
    }

    boolean isPhrase() {
        return operators().contains(FOLLOWED_BY);
    }

    private String operators() {
        return WORD.matcher(querytree).replaceAll("");
    }

    private List<String> words() {
        return WORD.matcher(querytree)
                .results()
                .map(WebSearch::unquoted)
                .distinct()
                .toList();
    }

    private static String unquoted(MatchResult word) {
        return word.group(1).replace("''", "'").replace("\\\\", "\\");
    }
}
