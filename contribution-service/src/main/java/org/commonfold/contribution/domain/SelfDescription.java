package org.commonfold.contribution.domain;

import java.util.List;

/**
 * What a contributor says about themselves.
 *
 * @param about some lines, or null
 * @param skills in lower case, nothing twice
 * @param links https, nothing twice
 */
public record SelfDescription(
        String displayName, String about, List<String> skills, List<String> links) {

    public SelfDescription {
        skills = List.copyOf(skills);
        links = List.copyOf(links);
    }
}
