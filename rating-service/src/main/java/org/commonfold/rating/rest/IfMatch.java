package org.commonfold.rating.rest;

import org.commonfold.rating.domain.ExpectedVersion;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** RFC 9110, section 13.1.1: a strong comparison with any of the entity tags given. */
final class IfMatch {

    /** The header's name. */
    static final String HEADER = "If-Match";

    /** An asterisk, or entity tags as we give them out among any others. */
    static final String PATTERN = "\\*|(W/)?\"[^\"]*\"( *, *(W/)?\"[^\"]*\")*";

    private static final Pattern OURS = Pattern.compile("(?<!W/)\"([1-9][0-9]{0,8})\"");

    private IfMatch() {}

    static ExpectedVersion of(String header) {
        if (header == null) {
            return ExpectedVersion.unstated();
        }
        if (header.equals("*")) {
            return ExpectedVersion.anyExisting();
        }
        Set<Integer> revisions = new HashSet<>();
        Matcher tags = OURS.matcher(header);
        while (tags.find()) {
            revisions.add(Integer.valueOf(tags.group(1)));
        }
        return ExpectedVersion.oneOf(revisions);
    }
}
