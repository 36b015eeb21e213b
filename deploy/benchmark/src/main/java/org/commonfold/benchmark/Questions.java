package org.commonfold.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked of a large library. */
final class Questions {

    /** The first number, and how many there are. */
    static final int FIRST = 10;

    static final int COUNT = 90;

    private Questions() {}

    /** By name; {@code {n}} stands for a number, so that no two requests in a row are the same. */
    static Map<String, String> of(String path, String deepCursor) {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("list, first page", "?");
        questions.put("list, in the middle", "?" + deepCursor);
        questions.put("list by kind", "?kind=design");
        questions.put("list by licence", "?licence=MIT");
        questions.put("list by author of 100", "?author=author-{n}");
        questions.put("list by author of all", "?author=" + Works.PROLIFIC);
        questions.put("list by all three", "?kind=design&licence=MIT&author=author-{n}");
        addSearches(questions);
        questions.replaceAll((name, query) -> path + query);
        return questions;
    }

    private static void addSearches(Map<String, String> questions) {
        questions.put("search, rare word", "?q=word49{n}");
        questions.put("search, accents folded", "?q=etude+777{n}");
        questions.put("search, word in 1 to 6 %", "?q=word{n}");
        questions.put("search, word in 50 %", "?q=word0");
        questions.put("search, word in all", "?q=etude");
        questions.put("search, two words", "?q=word1+word{n}");
        questions.put("search, three words", "?q=word1+word2+word{n}");
        questions.put("search, two words that never meet", "?q=science+music");
        addPhrasesAndChoices(questions);
    }

    private static void addPhrasesAndChoices(Map<String, String> questions) {
        questions.put("search, phrase", "?q=%22word3{n}+word1%22");
        questions.put("search, phrase of common words", "?q=%22word1+word2%22");
        questions.put("search, phrase of three words", "?q=%22word1+word0+word{n}%22");
        questions.put("search, or", "?q=word1{n}+or+word2{n}");
        questions.put("search, phrase or word", "?q=%22word1+word2%22+or+word49{n}");
        questions.put(
                "search, eight alternatives",
                "?q=word0+or+word1+or+word2+or+word3+or+word4+or+word5+or+word6+or+word{n}");
        questions.put(
                "search, nine alternatives",
                "?q=word0+or+word1+or+word2+or+word3+or+word4+or+word5+or+word6+or+a+or+word{n}");
        questions.put("search, without a word", "?q=word1+-word{n}");
        questions.put("search, without a word that all have", "?q=word1+-etude");
        questions.put("search, only without a word", "?q=-etude");
        questions.put("search by kind", "?q=word3&kind=design");
        questions.put("search by author", "?q=word1&author=author-{n}");
        questions.put("search by all three", "?q=word1&kind=design&licence=MIT&author=ada");
    }
}
