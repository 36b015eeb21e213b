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
 * @param tsquery such as {@code 'blue' & 'well' <-> 'known' & !'green' | 'red'}
 */
record WebSearch(String tsquery) {

    static final String QUERY = "select cast(websearch_to_tsquery('folded', :words) as text)";

    private static final String QUOTED = "'(?:[^']|'')*'";
    private static final Pattern EXCLUDED =
            Pattern.compile("!%1$s|!\\((?:[^()']|%1$s)*\\)".formatted(QUOTED));
    private static final Pattern WORD_OR_CHOICE = Pattern.compile(QUOTED + "|\\|");
    private static final String CHOICE = "|";
    private static final String NEXT = "<->";

    /** Whether there is nothing to search for, as in {@code ?!}. */
    boolean isEmpty() {
        return tsquery.isEmpty();
    }

    /**
     * Of each alternative the words, or pairs of words that follow one another, that whatever
     * matches must have: the longest first, which are the rarest mostly. None where an alternative
     * only excludes.
     */
    List<List<String>> alternatives() {
        return phrases().stream()
                .map(phrases -> phrases.stream()
                        .flatMap(WebSearch::pairs)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList())
                .toList();
    }

    /** Of {@code 'a' & 'b' <-> 'c' | 'd'} the phrases {@code a} and {@code b c}, and {@code d}. */
    private List<List<List<String>>> phrases() {
        String required = EXCLUDED.matcher(tsquery).replaceAll("");
        List<List<List<String>>> alternatives = new ArrayList<>();
        alternatives.add(new ArrayList<>());
        int end = 0;
        for (MatchResult token : WORD_OR_CHOICE.matcher(required).results().toList()) {
            List<List<String>> phrases = alternatives.get(alternatives.size() - 1);
            boolean next = required.substring(end, token.start()).strip().equals(NEXT);
            if (token.group().equals(CHOICE)) {
                alternatives.add(new ArrayList<>());
            } else if (next && !phrases.isEmpty()) {
                phrases.get(phrases.size() - 1).add(unquoted(token.group()));
            } else {
                phrases.add(new ArrayList<>(List.of(unquoted(token.group()))));
            }
            end = token.end();
        }
        return alternatives;
    }

    private static Stream<String> pairs(List<String> phrase) {
        return phrase.size() == 1
                ? phrase.stream()
                : IntStream.range(1, phrase.size())
                        .mapToObj(i -> phrase.get(i - 1) + " " + phrase.get(i));
    }

    private static String unquoted(String word) {
        return word.substring(1, word.length() - 1).replace("''", "'").replace("\\\\", "\\");
    }
}
