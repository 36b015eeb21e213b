package org.commonfold.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Works of one large commons, the same ones for the same seed. Words are as frequent as in language
 * (Zipf): {@code word0} is in every other title, {@code word4999} in hardly any.
 */
final class Works {

    /** An author of all of them, each time with somebody else. */
    static final String PROLIFIC = "ada";

    private static final int AUTHORS = 1_000;
    private static final int WORDS = 5_000;
    private static final int WORDS_PER_TITLE = 6;

    private static final List<String> KINDS =
            List.of("science", "design", "code", "text", "data", "music");

    private static final List<String> LICENCES = List.of(
            "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "MIT", "Apache-2.0", "GPL-3.0-or-later");

    private final Zipf words = new Zipf(WORDS);
    private final long seed;

    Works(long seed) {
        this.seed = seed;
    }

    /** What differs from work to work. */
    record Work(String title, String kind, String licence, List<Map<String, Object>> authors) {}

    Work work(int number) {
        Random random = new Random(seed + number);
        return new Work(
                title(random, number),
                KINDS.get(random.nextInt(KINDS.size())),
                LICENCES.get(random.nextInt(LICENCES.size())),
                List.of(author(PROLIFIC), author("author-" + number % AUTHORS)));
    }

    private static Map<String, Object> author(String id) {
        return Map.of("contributorId", id, "share", 1);
    }

    private String title(Random random, int number) {
        StringBuilder title = new StringBuilder("Étude ").append(number);
        for (int i = 0; i < WORDS_PER_TITLE; i++) {
            title.append(" word").append(words.rank(random));
        }
        return title.toString();
    }
}
