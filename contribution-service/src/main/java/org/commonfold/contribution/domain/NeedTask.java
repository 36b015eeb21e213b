package org.commonfold.contribution.domain;

import java.util.List;

/**
 * What is to be done.
 *
 * @param description more about it, or null; never in the log
 * @param kind the kind of work that would meet it, or null
 * @param skills what it takes: in lower case, nothing twice
 */
public record NeedTask(String title, String description, String kind, List<String> skills) {

    public NeedTask {
        skills = List.copyOf(skills);
    }
}
