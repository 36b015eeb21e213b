package org.commonfold.contribution.domain;

import java.util.Set;

/**
 * What a contributor is good at and whom and what they know: what needs are suggested by.
 *
 * @param declaredSkills those in their profile
 * @param provenSkills those of needs that well-rated work of theirs met
 * @param commonses where they have published
 * @param kinds what they have published
 * @param coAuthors whom they have published with, never themselves
 */
public record Background(
        ContributorId who,
        Set<String> declaredSkills,
        Set<String> provenSkills,
        Set<CommonsId> commonses,
        Set<String> kinds,
        Set<ContributorId> coAuthors) {

    public Background {
        declaredSkills = Set.copyOf(declaredSkills);
        provenSkills = Set.copyOf(provenSkills);
        commonses = Set.copyOf(commonses);
        kinds = Set.copyOf(kinds);
        coAuthors = Set.copyOf(coAuthors);
    }
}
