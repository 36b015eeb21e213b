package org.commonfold.contribution.persistence;

import java.util.Collection;
import java.util.List;

/** Skills as a row holds them: with commas between them, which no skill has. */
final class Skills {

    private static final String SEPARATOR = ",";

    private Skills() {}

    static String joined(Collection<String> skills) {
        return String.join(SEPARATOR, skills);
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR));
    }
}
