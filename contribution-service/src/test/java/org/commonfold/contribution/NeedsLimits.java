package org.commonfold.contribution;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Needs of any size. */
final class NeedsLimits {

    private NeedsLimits() {}

    static String need(int titleLength, int descriptionLength, int skillCount, int skillLength) {
        String need = "{\"title\": \"%s\", \"description\": \"%s\", \"skills\": %s}";
        return need.formatted(
                "t".repeat(titleLength),
                "d".repeat(descriptionLength),
                skills(skillCount, skillLength));
    }

    /** Different ones, unless they have only one letter. */
    static String skills(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString('a' + i) + "s".repeat(length - 1))
                .collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }
}
