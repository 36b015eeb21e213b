package org.commonfold.contribution.rest;

import java.util.List;
import java.util.Locale;

/** How a skill may be written. Case does not matter: lower case is kept, and sent to the log. */
final class SkillNames {

    static final String PATTERN = "[A-Za-z][A-Za-z0-9-]{0,39}";

    static final int COUNT_MAX = 20;

    private SkillNames() {}

    static String normalized(String skill) {
        return skill.toLowerCase(Locale.ROOT);
    }

    /** Each once, in the order given. */
    static List<String> normalized(List<String> skills) {
        return skills.stream().map(SkillNames::normalized).distinct().toList();
    }
}
