package org.commonfold.contribution.persistence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private static final String NEXT = "<->";
    private static final String FOLLOWED_BY = "<";

    /**
     * Words, or pairs of words that follow one another, that whatever matches must have: the
     * longest, which are the rarest mostly. None when there is a choice, as in {@code 'blue' |
     * 'green'}.
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
                && operators().replace(AND, "").replace(NEXT, "").isBlank()
                && phrases().stream().allMatch(phrase -> phrase.size() <= 2)
                && words().size() <= REQUIRED_WORDS_MAX;
    }

    boolean isPhrase() {
        return operators().contains(FOLLOWED_BY);
    }

    private String operators() {
        return WORD.matcher(querytree).replaceAll("");
    }

    private List<String> words() {
        return phrases().stream().flatMap(WebSearch::pairs).distinct().toList();
    }

    /** Of {@code 'a' & 'b' <-> 'c'} the phrases {@code a} and {@code b c}. */
    private List<List<String>> phrases() {
        List<List<String>> phrases = new ArrayList<>();
        int end = 0;
        for (MatchResult word : WORD.matcher(querytree).results().toList()) {
            boolean next = querytree.substring(end, word.start()).strip().equals(NEXT);
            if (!next) {
                phrases.add(new ArrayList<>());
            }
            phrases.get(phrases.size() - 1).add(unquoted(word));
            end = word.end();
        }
        return phrases;
    }

    private static Stream<String> pairs(List<String> phrase) {
        return phrase.size() == 1
                ? phrase.stream()
                : IntStream.range(1, phrase.size())
                        .mapToObj(i -> phrase.get(i - 1) + " " + phrase.get(i));
    }

    private static String unquoted(MatchResult word) {
        return word.group(1).replace("''", "'").replace("\\\\", "\\");
    }
}
